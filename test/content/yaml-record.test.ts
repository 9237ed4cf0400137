import { expect, test } from 'vitest';
import { readFrontMatter } from '../../src/content/front-matter.ts';

const messagesOf = (yaml: string): string[] =>
  readFrontMatter({ path: 'p.md', source: `---\ntitle: T\n${yaml}\n---\n` }).findings.map(
    ({ place, code, message }) => `${place.line}:${place.column} ${code} ${message}`,
  );

const nine = (value: string): string => `[${Array(9).fill(value).join(', ')}]`;
const bomb = [
  'id: &a [x]',
  ...[...'bcdefg'].map((name, index) => `${name}: &${name} ${nine(`*${'abcdef'[index]}`)}`),
];

test.each([
  ['leads back to itself', 'tags: &a [*a]', '3:11'],
  ['leads back to itself from a mapping', 'cover: &c { image: a, alt: *c }', '3:28'],
  ['unfolds without end', bomb.join('\n'), '4:8'],
])('an alias that %s is a finding', (_, yaml, place) => {
  expect(messagesOf(yaml)).toEqual([
    `${place} front-matter-syntax Aliases such as this one lead back to themselves, or stand for too much.`,
  ]);
});

test('an alias that says a value again is as good as the value', () => {
  expect(messagesOf('tags: &t [x]\ncategories: *t')).toEqual([]);
});

import { expect, test } from 'vitest';
import { readFrontMatter } from '../../src/content/front-matter.ts';
import { withheldAt, withheldWords } from '../../src/content/publication.ts';

const now = new Date('2026-11-24T12:00:00Z');
const at = (yaml: string) =>
  withheldAt(readFrontMatter({ path: 'p.md', source: `---\ntitle: T\n${yaml}\n---\n` }).frontMatter, now)
    ?.kind ?? 'shown';

test.each([
  ['', 'shown'],
  ['date: 2026-11-24', 'shown'],
  ['date: 2026-11-25', 'future'],
  ['date: 2026-11-24T12:00:01', 'future'],
  ['date: 2026-11-24 13:30 +0200', 'shown'],
  ['date: 2026-11-24 10:30 -0200', 'future'],
  ['date: 2026-11-25\npublishDate: 2026-11-23', 'shown'],
  ['date: 2026-11-01\npublishDate: 2027-01-01', 'future'],
  ['expiryDate: 2026-11-25', 'shown'],
  ['expiryDate: 2026-11-24', 'expired'],
  ['draft: true\ndate: 2027-01-01', 'draft'],
])('at noon of 24 November 2026, a post with %j is %s', (yaml, kind) => {
  expect(at(yaml)).toBe(kind);
});

test.each([
  [{ kind: 'draft' }, 'is a draft'],
  [{ kind: 'future', until: '2027-01-01' }, 'is not shown before 2027-01-01'],
  [{ kind: 'expired', since: '2026-11-24' }, 'has not been shown since 2026-11-24'],
] as const)('of a post that is left out, %j, is said: it %s', (withheld, words) => {
  expect(withheldWords(withheld)).toBe(words);
});

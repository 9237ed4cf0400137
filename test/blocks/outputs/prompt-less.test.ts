import { describe, expect, it, test } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

function read(text: string) {
  const { blocks, findings } = makePlan({ path: 'post.md', source: `Type:\n\n\`\`\`\n${text}\n\`\`\`\n` });
  const block = blocks[0]!;
  const typed = 'commands' in block ? block.commands.map(({ source }) => source) : [];
  return { kind: block.kind, typed, codes: findings.map(({ code }) => code) };
}

describe('a command of Docker above what it prints, without a prompt', () => {
  it.each([
    ['docker run --rm -p 8000:8000 hello\nserving on 8000', 'docker run --rm -p 8000:8000 hello'],
    ['docker logs web\nlistening\nready', 'docker logs web'],
    ['docker exec web cat note.txt\nremember the milk', 'docker exec web cat note.txt'],
  ])('is typed: %s', (text, command) => {
    expect(read(text)).toMatchObject({ kind: 'transcript', typed: [command] });
  });

  it.each([
    'docker run -d\n  --name web\n  nginx',
    'docker run -d \\\n  nginx\nserving',
    'docker run -d nginx\n"two words"',
  ])('is none where the next line may belong to it: %s', (text) => {
    expect(read(text).kind).not.toBe('transcript');
  });
});

test('commands among what they print are not guessed, and named', () => {
  const text = 'docker tag hello localhost:5000/hello\ndocker push localhost:5000/hello\n{"a": ["b"]}';
  expect(read(text)).toEqual({ kind: 'text', typed: [], codes: ['block-not-read'] });
});

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

const fenced = (info: string, text: string): string => `\`\`\`${info}\n${text}\n\`\`\`\n`;
const planOf = (...blocks: string[]) => makePlan({ path: 'post.md', source: blocks.join('\n') }).blocks;
const lastFile = (...blocks: string[]): string | undefined => {
  const block = planOf(...blocks).at(-1);
  return block?.kind === 'file' ? block.file.content : undefined;
};

const whole = fenced(
  'yaml title="compose.yaml"',
  'services:\n  web:\n    image: nginx\n  db:\n    image: redis',
);

describe('the file that a reader has who saves', () => {
  test('a diff has no signs, no headings, and not what is gone', () => {
    const diff = '--- a\n+++ b\n@@ -1,2 +1,2 @@\n services:\n-  web:\n+  site:\n   - "- a"';
    expect(lastFile(fenced('diff title="compose.yaml"', diff))).toBe('services:\n  site:\n  - "- a"\n');
  });

  test('a diff whose other lines have no blank before them has these as they are', () => {
    const diff = 'services:\n-  web:\n+  site:\n    image: nginx';
    expect(lastFile(fenced('diff title="compose.yaml"', diff))).toBe(
      'services:\n  site:\n    image: nginx\n',
    );
  });

  test('a diff of a part is the whole file that the page wrote before, changed', () => {
    const diff = '@@ first\n   web:\n-    image: nginx\n+    image: httpd\n@@ second\n   db:\n+    ports: []';
    expect(lastFile(whole, fenced('diff title="compose.yaml"', diff))).toBe(
      'services:\n  web:\n    image: httpd\n  db:\n    ports: []\n    image: redis\n',
    );
  });

  test('a diff of lines that are not there is what it shows', () => {
    expect(lastFile(whole, fenced('diff title="compose.yaml"', '-x: 1\n+services: {}'))).toBe(
      'services: {}\n',
    );
  });

  test('lines of which some are gone has the others', () => {
    const text = 'FROM debian\nRUN old\nRUN new';
    const [block] = planOf(fenced('dockerfile title="Dockerfile" del={2} ins={3}', text));
    expect(block).toMatchObject({
      kind: 'file',
      file: { content: 'FROM debian\nRUN new\n' },
      hash: createHash('sha256').update(text).digest('hex'),
    });
  });
});

test('a command that is marked as gone is not typed, and the others keep their places', () => {
  expect(planOf(fenced('bash del={1}', 'docker ps --old\ndocker ps'))).toMatchObject([
    { commands: [{ source: 'docker ps', place: { line: 3 } }] },
  ]);
});

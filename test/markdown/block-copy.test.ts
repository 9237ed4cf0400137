import { describe, expect, test } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import { type BlockCopy, blockCopy, placeCommands } from '../../src/markdown/block-copy.ts';

// The last block of a page, with what its readers copy from it.
function copied(markdown: string): string[] | string {
  const source = `---\ntitle: T\n---\n${markdown}\n`;
  const block = makePlan({ path: 'post.md', source }).blocks.at(-1)!;
  const [, language = '', text = ''] = /```(\S*)[^\n]*\n((?:(?!```)[\s\S])*)\n```\s*$/.exec(source) ?? [];
  return shown(blockCopy(text, { language: language || null, deleted: new Set() }, block));
}

function shown(copy: BlockCopy): string[] | string {
  if (copy.kind === 'none') return 'nothing';
  if (copy.kind === 'each') return copy.commands.map(({ text }) => text);
  return copy.isForm ? `form: ${copy.text}` : copy.text;
}

describe('a reader copies', () => {
  test.each<[string, string, string[] | string]>([
    ['all commands of a block', 'docker pull nginx\ndocker images', 'docker pull nginx\ndocker images'],
    [
      'no prompts and no output',
      '$ docker ps\nCONTAINER ID   IMAGE\n$ docker images',
      'docker ps\ndocker images',
    ],
    ['no comment that shows output', 'docker --version\n# Output: Docker version 28.5.2', 'docker --version'],
    ['comments that explain', '# the images\ndocker images', '# the images\ndocker images'],
    [
      'a here-document whole',
      "cat > Dockerfile <<'EOF'\n# syntax=docker/dockerfile:1\nFROM nginx\nEOF",
      "cat > Dockerfile <<'EOF'\n# syntax=docker/dockerfile:1\nFROM nginx\nEOF",
    ],
    [
      'lines that go on without their marks',
      '$ docker run -d \\\n> --name web nginx',
      'docker run -d \\\n--name web nginx',
    ],
    [
      'one of several commands',
      'docker stop web\n# or\ndocker kill web',
      ['docker stop web', 'docker kill web'],
    ],
    [
      'a form as a form',
      'docker run [OPTIONS] IMAGE [COMMAND] [ARG...]',
      'form: docker run [OPTIONS] IMAGE [COMMAND] [ARG...]',
    ],
    [
      'what a site generator makes of its tags',
      'docker inspect -f \'{{ "{{ .Id }}" }}\' web',
      "docker inspect -f '{{ .Id }}' web",
    ],
  ])('%s', (_, code, expected) => {
    expect(copied(`\`\`\`bash\n${code}\n\`\`\``)).toEqual(expected);
  });

  test('the whole file', () => {
    expect(copied('Save this as `compose.yaml`:\n\n```yaml\nservices:\n  web:\n    image: nginx\n```')).toBe(
      'services:\n  web:\n    image: nginx',
    );
  });

  test('of a diff what it makes of the file', () => {
    const diff = '--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n services:\n-  web:\n+  site:';
    const info = { language: 'diff', deleted: new Set<number>() };
    expect(shown(blockCopy(diff, info, null))).toBe('services:\n  site:');
  });

  test('no lines that are marked as gone', () => {
    const info = { language: 'yaml', deleted: new Set([2]) };
    expect(shown(blockCopy('a: 1\nb: 2\nc: 3', info, null))).toBe('a: 1\nc: 3');
  });

  test.each([
    ['an output', '```bash\ndocker ps\n```\n\nIt prints:\n\n```text\nCONTAINER ID   IMAGE\n```'],
    ['a diagram', '```\n┌───┐\n│ a │\n└───┘\n```'],
    ['code that is only discussed', '```yaml\nimage: nginx\n```'],
  ])('nothing from %s', (_, markdown) => {
    expect(copied(markdown)).toBe('nothing');
  });

  test.each<[string | null, string, string]>([
    ['bash', '$ docker ps\nCONTAINER ID', 'docker ps'],
    ['yaml', 'a: 1', 'a: 1'],
    ['text', 'a: 1', 'nothing'],
    [null, 'a: 1', 'nothing'],
  ])('by its language where nothing is planned: %s', (language, text, expected) => {
    expect(shown(blockCopy(text, { language, deleted: new Set() }, null))).toBe(expected);
  });
});

test('a command is found where it stands, not in a word of an output before it', () => {
  const text = '$ cat tools\nmy tools and false hopes\n$ ls\nfiles';
  const source = `---\ntitle: T\n---\n\`\`\`console\n${text}\n\`\`\`\n`;
  const [block] = makePlan({ path: 'post.md', source }).blocks;
  const placed = block && 'commands' in block ? placeCommands(text, block.commands) : [];
  expect(placed.flatMap(({ lines }) => lines.map(({ start }) => start))).toEqual([
    text.indexOf('cat tools'),
    text.indexOf('ls\nfiles'),
  ]);
});

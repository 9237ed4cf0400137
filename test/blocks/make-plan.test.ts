import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import { extractBlocks } from '../../src/blocks/reading/extract.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { anyText } from '../helpers/any-text.ts';

/** Markdown made of what decides about blocks. */
const markdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '```bash\n',
        '```\n',
        '~~~console\n',
        '~~~\n',
        '```output\n',
        '    ls\n',
        '\n',
        '# A\n',
        '## B\n',
        '- ',
        '> ',
        '   ',
      ),
      fc.constantFrom(
        'docker ps\n',
        '$ docker ps\n',
        '/ # ls\n',
        'docker exec -it web sh\n',
        'exit\n',
        '# or\n',
        '# Output: x\n',
        'docker stop <id>\n',
        'docker run [OPTIONS] IMAGE\n',
      ),
      fc.constantFrom(
        'You should see `Up`.\n',
        'Alternatively, do this:\n',
        'Create a file named `a.py`:\n',
        '<!-- verify: exit=1 -->\n',
        'Open http://localhost:80.\n',
        'psql\n',
        '\\q\n',
        'echo "\n',
        'cat <<EOF\n',
        'EOF\n',
      ),
      anyText(8),
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(''));

describe('whatever the page', () => {
  test('every code block is planned once, and every command lies where its place says', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const tree = parseMarkdown(source);
        const blocks = extractBlocks({ path: 'a.md', source }, tree);
        const plan = makePlan({ path: 'a.md', source, tree });
        expect(plan.blocks.map((block) => block.id)).toEqual(blocks.map((block) => block.id));
        // Markdown shows a NUL as U+FFFD.
        const lines = source.split(/\r\n?|\n/);
        const ids = new Set<string>();
        for (const block of plan.blocks) {
          for (const command of 'commands' in block ? block.commands : []) {
            const { line, column, endLine, endColumn } = command.place;
            expect(ids.has(command.id)).toBe(false);
            ids.add(command.id);
            expect(line).toBeGreaterThanOrEqual(block.place.line);
            expect(endLine).toBeLessThanOrEqual(block.place.endLine);
            if (line === endLine && !source.includes('\t'))
              expect(lines[line - 1]!.replaceAll('\0', '\ufffd').slice(column - 1, endColumn - 1)).toBe(
                command.source,
              );
            for (const one of command.placeholders)
              expect(command.source.slice(one.start, one.end)).toBe(one.text);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a plan is made of plain data', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const plan = makePlan({ path: 'a.md', source });
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
      }),
      { numRuns: 100 },
    );
  });
});

test('a block is known by the hash of its text, whatever its line endings', () => {
  const source = 'Text\n\n```bash\nls\npwd\n```\n';
  const hash = createHash('sha256').update('ls\npwd').digest('hex');
  expect(makePlan({ path: 'a.md', source }).blocks[0]?.hash).toBe(hash);
  expect(makePlan({ path: 'a.md', source: source.replaceAll('\n', '\r\n') }).blocks[0]?.hash).toBe(hash);
});

test('a page without blocks is a finding', () => {
  expect(makePlan({ path: 'a.md', source: 'Only prose, `docker ps` too.\n' })).toMatchObject({
    blocks: [],
    findings: [{ code: 'post-without-blocks' }],
  });
});

test('commands know the headings they stand under', () => {
  const source = '# A\n\n## B\n\n### C\n\n## D\n\n```sh\nls\n```\n';
  expect(makePlan({ path: 'a.md', source }).blocks[0]?.section).toEqual(['A', 'D']);
});

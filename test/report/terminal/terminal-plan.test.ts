import { expect, test } from 'vitest';
import { formatPlan } from '../../../src/report/terminal/terminal-plan.ts';
import { sampleBlock, sampleCommand, sampleExpectation, samplePost, sampleReport } from '../sample-report.ts';

test('the plan shows the line, kind and reason of every block, its commands and what they promise', () => {
  const command = sampleCommand({
    source: 'cat <<END\nhello\nEND',
    expectations: [sampleExpectation({ held: null })],
  });
  const text = sampleBlock([], { line: 40, kind: 'text', language: null, because: 'It is a diagram.' });
  const report = sampleReport([samplePost([sampleBlock([command]), text])]);
  expect(formatPlan(report, { color: false })).toBe(`posts/docker/p1/index.md
    10  commands (bash): typed, one command at a time
        It is shell that parses.
        $ cat <<END (+ 2 lines)
          promised: the output holds "Up"
    40  text: nothing to run
        It is a diagram.

2 blocks, 1 of them text; 1 command. Nothing was run.
`);
});

test('a post without blocks says so', () => {
  expect(formatPlan(sampleReport([samplePost([])]), { color: false })).toContain('no code blocks');
});

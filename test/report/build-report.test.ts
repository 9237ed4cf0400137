import { describe, expect, test } from 'vitest';
import { diagnostic } from '../../src/model/diagnostic.ts';
import { pointAt } from '../../src/model/place.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { exitCodeOf, plannedPostReport, summarise } from '../../src/report/build-report.ts';
import { sampleBlock, sampleCommand, samplePost, sampleReport } from './sample-report.ts';

function reportWith(...verdicts: (Verdict | null)[]) {
  const blocks = verdicts.map((verdict) =>
    sampleBlock([], { verdict, kind: verdict === null ? 'text' : 'commands' }),
  );
  return sampleReport([samplePost(blocks)]);
}

describe('the exit code', () => {
  test.each<[(Verdict | null)[], number, number]>([
    [['passed', null], 0, 0],
    [['passed', 'skipped'], 0, 0],
    [['passed', 'blocked'], 3, 0],
    [['passed', 'not-run'], 3, 0],
    [['failed', 'blocked', 'not-run'], 1, 1],
    [[null, null], 2, 2],
    [[], 2, 2],
  ])('of %j is %d, and %d where blocked is allowed', (verdicts, code, allowed) => {
    expect(exitCodeOf(reportWith(...verdicts), { allowBlocked: false })).toBe(code);
    expect(exitCodeOf(reportWith(...verdicts), { allowBlocked: true })).toBe(allowed);
  });

  test('is 1 for a finding that is an error, though every command passed', () => {
    const findings = [diagnostic('fence-unclosed', pointAt('a.md', 3), 'a fence is not closed', 'Close it.')];
    expect(
      exitCodeOf(sampleReport([samplePost([sampleBlock([])], { findings })]), { allowBlocked: true }),
    ).toBe(1);
  });

  test('is 3 when a block was left without a verdict', () => {
    const report = sampleReport([samplePost([sampleBlock([], { verdict: null })])]);
    expect(exitCodeOf(report, { allowBlocked: false })).toBe(3);
  });
});

test('blocks with a verdict and text make all blocks; commands are counted by themselves', () => {
  const text = sampleBlock([], { kind: 'text', verdict: null });
  const blocks = [
    text,
    sampleBlock([sampleCommand(), sampleCommand()]),
    sampleBlock([], { verdict: 'not-run' }),
  ];
  expect(summarise([samplePost(blocks), samplePost([text])])).toEqual({
    blocks: 4,
    text: 2,
    commands: 2,
    passed: 1,
    failed: 0,
    blocked: 0,
    skipped: 0,
    notRun: 1,
  });
});

test('a planned post has everything but verdicts', () => {
  const place = { path: 'a.md', line: 7, column: 3, endLine: 9, endColumn: 4 };
  const planned = { place, language: 'bash', because: 'It parses.', hash: 'h', section: [] };
  const expectation = {
    kind: 'http' as const,
    source: { ...place, line: 12 },
    sentence: '',
    url: 'http://localhost:8080',
    words: ['nginx'],
  };
  const plan: Plan = {
    path: 'a.md',
    findings: [],
    blocks: [
      {
        ...planned,
        id: 'b1',
        kind: 'commands',
        commands: [
          {
            id: 'b1c1',
            place: { ...place, line: 8 },
            source: 'docker ps',
            comment: null,
            placeholders: [],
            expectations: [expectation],
            trait: { kind: 'plain' },
            alternative: null,
            timeoutMs: null,
          },
        ],
      },
      { ...planned, id: 'b2', kind: 'text' },
    ],
  };
  const post = plannedPostReport(plan);
  expect(
    post.blocks.map(({ id, kind, line, endLine, verdict }) => [id, kind, line, endLine, verdict]),
  ).toEqual([
    ['b1', 'commands', 7, 9, null],
    ['b2', 'text', 7, 9, null],
  ]);
  expect(post.blocks[0]!.commands[0]).toMatchObject({
    line: 8,
    column: 3,
    ran: null,
    verdict: null,
    exitStatus: null,
  });
  expect(post.blocks[0]!.commands[0]!.expectations).toEqual([
    {
      kind: 'http',
      source: { line: 12 },
      held: null,
      message: 'http://localhost:8080 answers, with "nginx" in its page',
    },
  ]);
});

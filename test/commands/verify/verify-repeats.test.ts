import { expect, test } from 'vitest';
import { verifyRepeatedly } from '../../../src/commands/verify/verify-repeats.ts';
import type { MachineFactory } from '../../../src/machine/machine.ts';
import { exitCodeOf, summarise } from '../../../src/report/build-report.ts';
import { formatReport } from '../../../src/report/terminal/terminal.ts';
import { fakeMachine } from '../../helpers/fake-machine.ts';
import { memoryContext } from '../../helpers/memory-context.ts';
import { planOf } from '../../helpers/plan-of.ts';

/** Every second machine has a file that the others lack. */
function alternating(): MachineFactory {
  let opened = 0;
  return {
    async open() {
      const machine = await fakeMachine();
      opened += 1;
      if (opened % 2 === 0) await machine.run('touch odd-one-out');
      return machine;
    },
  };
}

async function repeat(commands: string[], options: { times: number; jobs: number }) {
  const plan = planOf({ kind: 'commands', commands });
  const context = memoryContext('/nowhere');
  const { posts, engine, repeats } = await verifyRepeatedly(
    [plan],
    alternating(),
    { ...options, keep: false },
    context,
  );
  const report = {
    ...{ version: 1 as const, tool: 'test', startedAt: '', durationMs: 0, engine },
    ...{ summary: summarise(posts), repeats, posts },
  };
  return {
    report,
    code: exitCodeOf(report, { allowBlocked: false }),
    said: formatReport(report, { color: false }),
    progress: context.err(),
  };
}

test.each([1, 2])('a post that alternates is found out with %i jobs, and fails the run', async (jobs) => {
  const { report, code, said } = await repeat(['true', 'test ! -e odd-one-out'], { times: 4, jobs });
  expect(report.repeats).toMatchObject({
    times: 4,
    changes: [
      { of: 'block', line: 1 },
      {
        of: 'command',
        line: 2,
        what: 'test ! -e odd-one-out',
        outcomes: [
          { outcome: 'passed', times: 2, causes: [] },
          { outcome: 'failed', times: 2, causes: [expect.stringContaining('The page')] },
        ],
      },
    ],
  });
  expect(code).toBe(1);
  expect(said).toContain('post.md:2:1\n    test ! -e odd-one-out\n    passed 2 times\n    failed 2 times');
  expect(said).toContain('4 repeats, 2 verdicts changed');
});

test('of a post that alternates the worst replay stands in the report', async () => {
  const { report } = await repeat(['test ! -e odd-one-out'], { times: 3, jobs: 1 });
  expect(report.posts.map(({ verdict }) => verdict)).toEqual(['failed']);
});

test('a post that always holds says so, and each replay is named in the progress', async () => {
  const { report, code, said, progress } = await repeat(['true'], { times: 3, jobs: 2 });
  expect(report.repeats).toEqual({ times: 3, changes: [] });
  expect(code).toBe(0);
  expect(said).toContain('3 repeats, no verdict changed');
  expect(progress).toContain('post.md (3 of 3): passed');
});

test('a post that fails each time fails as ever, without a change', async () => {
  const { report, code } = await repeat(['false'], { times: 2, jobs: 2 });
  expect(report.repeats?.changes).toEqual([]);
  expect(code).toBe(1);
});

import { describe, expect, test } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import type { CommandReport, PostReport } from '../../src/model/report.ts';
import { judgeByRecording, judgeReport, newError } from '../../src/mutate/judge-mutant.ts';
import { plannedPostReport } from '../../src/report/build-report.ts';

const page = (command: string, prose: string) =>
  makePlan({ path: 'post.md', source: `\`\`\`bash\n${command}\n\`\`\`\n\n${prose}\n` });
const whole = page('docker ps', 'You should see `web`.');

/** The report of a run of the whole post in which each command has this verdict and output. */
function reportOf(change: Partial<CommandReport>): PostReport {
  const report = plannedPostReport(whole);
  const blocks = report.blocks.map((block) => ({
    ...block,
    verdict: change.verdict ?? null,
    commands: block.commands.map((command) => ({ ...command, ...change })),
  }));
  return { ...report, blocks };
}

describe('a mutant that only promises something else', () => {
  const recorded = reportOf({ verdict: 'passed', output: 'NAMES\nweb\n' });

  test('is killed by the output of the whole post when that lacks it', () => {
    expect(judgeByRecording(whole, page('docker ps', 'You should see `wbe`.'), recorded)).toEqual({
      kind: 'killed',
      by: 'recording',
      because: 'the post promises “wbe”, which was not printed',
    });
  });

  test('survives when that has it, and when nothing is promised any more', () => {
    const survived = { kind: 'survived' };
    expect(judgeByRecording(whole, page('docker ps', 'You should see `NAMES`.'), recorded)).toEqual(survived);
    expect(judgeByRecording(whole, page('docker ps', 'That is all.'), recorded)).toEqual(survived);
  });

  test.each([
    ['types something else', 'docker ps -a', 'You should see `web`.'],
    ['asks another address', 'docker ps', 'You should see `web`. Open <http://localhost:81>.'],
    ['expects it to fail', 'docker ps', 'This command will fail. You should see `web`.'],
  ])('is run when it also %s', (_, command, prose) => {
    expect(judgeByRecording(whole, page(command, prose), recorded)).toBeNull();
  });
});

describe('an error that is found without running', () => {
  test('kills when the whole post does not have it', () => {
    expect(newError(whole, page('echo "ps', ''))).toMatch(/quote/i);
    expect(newError(whole, whole)).toBeNull();
  });

  test('counts when it is there once more than before', () => {
    const findings = page('echo "ps', '').findings;
    const once = { ...whole, findings };
    expect(newError(once, once)).toBeNull();
    expect(newError(once, { ...whole, findings: [...findings, ...findings] })).not.toBeNull();
  });
});

describe('the run of a mutant', () => {
  const cause = { whose: 'page' as const, message: 'no container “wbe”', hint: null, line: null };

  test('kills when something failed', () => {
    expect(judgeReport(reportOf({ verdict: 'failed', cause }), new Set())).toEqual({
      kind: 'killed',
      by: 'run',
      because: 'no container “wbe”',
    });
  });

  test('leaves open what was blocked, unless it was so before', () => {
    const report = reportOf({ verdict: 'blocked', cause });
    expect(judgeReport(report, new Set())).toEqual({ kind: 'undecided', because: 'no container “wbe”' });
    expect(judgeReport(report, new Set([report.blocks[0]!.hash]))).toEqual({ kind: 'survived' });
  });

  test('survives when all passed', () => {
    expect(judgeReport(reportOf({ verdict: 'passed' }), new Set())).toEqual({ kind: 'survived' });
  });
});

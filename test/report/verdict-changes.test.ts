import { expect, test } from 'vitest';
import type { Cause, CommandReport, ExpectationReport, PostReport } from '../../src/model/report.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { plannedPostReport } from '../../src/report/build-report.ts';
import { judgedIn, verdictChanges } from '../../src/report/verdict-changes.ts';
import { planOf } from '../helpers/plan-of.ts';

const late: Cause = { whose: 'time', message: 'had not ended after 5 s', hint: null, line: null };

/** A post with one block of one command, as one replay has judged it. */
function replay(verdict: Verdict, parts: Partial<CommandReport> = {}): PostReport {
  const planned = plannedPostReport(planOf({ kind: 'commands', commands: ['docker ps'] }));
  const [block] = planned.blocks;
  const [command] = block!.commands;
  return {
    ...planned,
    verdict,
    blocks: [{ ...block!, verdict, commands: [{ ...command!, verdict, ...parts }] }],
  };
}

function looked(held: boolean | null): ExpectationReport {
  return { kind: 'words', source: { line: 9 }, held, message: 'the words are not there' };
}

const changesOf = (...replays: PostReport[]) => verdictChanges('post.md', replays.map(judgedIn));

test('replays that judged alike have no changes, whatever they printed', () => {
  expect(changesOf(replay('passed', { output: 'a' }), replay('passed', { output: 'b' }))).toEqual([]);
});

test('a command that changed is told with its place, counts and causes, and so is its block', () => {
  const changes = changesOf(replay('passed'), replay('failed', { cause: late }), replay('passed'));
  expect(changes).toMatchObject([
    { of: 'block', line: 1, what: 'commands' },
    {
      path: 'post.md',
      line: 1,
      column: 1,
      of: 'command',
      what: 'docker ps',
      outcomes: [
        { outcome: 'passed', times: 2, causes: [] },
        { outcome: 'failed', times: 1, causes: [expect.stringContaining('had not ended after 5 s')] },
      ],
    },
  ]);
});

test('causes that differ in ids and times only are told once', () => {
  const died = (id: string): Cause => ({ ...late, message: `the container ${id} died` });
  const [, command] = changesOf(
    replay('passed'),
    replay('failed', { cause: died('0123456789ab') }),
    replay('failed', { cause: died('ba9876543210') }),
  );
  expect(command?.outcomes[0]).toMatchObject({ outcome: 'failed', times: 2, causes: [expect.anything()] });
});

test('an expectation that changed under the same verdict is told', () => {
  const changes = changesOf(
    replay('failed', { expectations: [looked(true)] }),
    replay('failed', { expectations: [looked(false)] }),
  );
  expect(changes).toMatchObject([
    { of: 'expectation', line: 9, outcomes: [{ outcome: 'held' }, { outcome: 'not held' }] },
  ]);
});

test('an expectation that only some replays have counts as not checked in the others', () => {
  const changes = changesOf(
    replay('passed'),
    replay('passed', { expectations: [looked(false)] }),
    replay('passed'),
  );
  expect(changes[0]?.outcomes).toEqual([
    { outcome: 'not checked', times: 2, causes: [] },
    { outcome: 'not held', times: 1, causes: ['the words are not there'] },
  ]);
});

test('what is expected of a command that changed is not told as well', () => {
  const changes = changesOf(
    replay('passed', { expectations: [looked(true)] }),
    replay('failed', { expectations: [looked(false)], cause: late }),
  );
  expect(changes.map(({ of }) => of)).toEqual(['block', 'command']);
});

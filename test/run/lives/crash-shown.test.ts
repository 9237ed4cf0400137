import { describe, expect, it } from 'vitest';
import type { PlannedCommand, PlannedExpectation } from '../../../src/model/plan.ts';
import { isCrashShown } from '../../../src/run/lives/crash-shown.ts';
import { commandsOf } from '../../../src/run/paths.ts';
import { planOf } from '../../helpers/plan-of.ts';

const source = { path: 'post.md', line: 9, column: 1, endLine: 9, endColumn: 1 };
const table = (row: string): PlannedExpectation => ({
  kind: 'output',
  source,
  text: `CONTAINER ID   IMAGE     COMMAND   STATUS   NAMES\n${row}`,
  from: 'output-block',
});
const line = (text: string): PlannedExpectation => ({ kind: 'output', source, text, from: 'output-block' });
const words = (sentence: string): PlannedExpectation => ({
  kind: 'words',
  source,
  sentence,
  words: ['Exited (1)'],
});

const death = { container: '0123456789ab', name: 'db', image: 'postgres:16', exitStatus: 1, at: 9 };

/** A page that starts `box`, lists, starts `db`, lists again and looks at the logs; with something said at one step. */
function isShown(step: number, said: Partial<PlannedCommand>): boolean {
  const sources = ['docker run -d --name box busybox false', 'docker ps -a'];
  const more = ['docker run -d --name db postgres:16', 'docker ps -a', 'docker logs db'];
  const commands = commandsOf(
    planOf({
      kind: 'commands',
      commands: [...sources, ...more].map((one, index) => (index === step ? { source: one, ...said } : one)),
    }).blocks,
  );
  return isCrashShown(death, 'b1c3', { commands, starters: ['b1c1', 'b1c3'] });
}

describe('a page shows that a container dies', () => {
  it.each<[string, number, Partial<PlannedCommand>]>([
    ['by the command that starts it', 2, { source: "docker run -d --name db postgres:16 sh -c 'exit 1'" }],
    ['in a row with its name', 3, { expectations: [table('aaaaaaaaaaaa   x   "x"   Exited (1)   db')] }],
    [
      'in a row with its image',
      3,
      { expectations: [table('aaaaaaaaaaaa   postgres   "x"   Exited (1)   odd_bee')] },
    ],
    ['by a sentence that names it', 1, { expectations: [words('You should see `db` with "Exited (1)".')] }],
    [
      'by a sentence about what was started last',
      3,
      { expectations: [words('You should see "Exited (1)".')] },
    ],
    ['by a line of what compose prints', 4, { expectations: [line('db exited with code 1')] }],
    ['by prose', 2, { dies: { exitStatus: null, sentence: 'The container ends at once.' } }],
    ['by waiting for it', 4, { source: 'docker wait db' }],
  ])('%s', (_, step, said) => expect(isShown(step, said)).toBe(true));

  it.each<[string, number, Partial<PlannedCommand>]>([
    ['another', 1, { expectations: [table('aaaaaaaaaaaa   busybox   "false"   Exited (1)   box')] }],
    ['another', 3, { expectations: [table('aaaaaaaaaaaa   busybox   "false"   Exited (1)   box')] }],
    ['what was started before', 1, { expectations: [words('You should see "Exited (1)".')] }],
    ['what was started before', 0, { dies: { exitStatus: null, sentence: 'The container ends at once.' } }],
    ['a death with another status', 3, { expectations: [table('aaaaaaaaaaaa   x   "x"   Exited (3)   db')] }],
    ['a death with another status', 2, { dies: { exitStatus: 3, sentence: 'It exits with code 3.' } }],
    ['another', 4, { source: 'docker wait box' }],
  ])('not where it is about %s (%i)', (_, step, said) => expect(isShown(step, said)).toBe(false));
});

it.each<[string, boolean]>([
  ["sh -c 'exit 1'", true],
  ["sh -c 'sleep 1; exit 1'", true],
  ['sh -c "sleep 2 && exit 1"', true],
  ["sh -c 'test -e /ready || exit 1'", false],
  ["sh -c 'echo bye; exit 1'", true],
  ["sh -c 'server; exit 10'", false],
  ["sh -c 'server; exit 1'", false],
  ["sh -c '[ -e /ready ] && exec server; exit 1'", false],
  ["sh -c 'if broken; then exit 1; fi; server'", false],
])('the command itself has its container end with 1: %s: %s', (command, isSaid) => {
  expect(isShown(2, { source: `docker run -d --name db postgres:16 ${command}` })).toBe(isSaid);
});

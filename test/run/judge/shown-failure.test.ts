import { describe, expect, test } from 'vitest';
import type { PlannedCommand } from '../../../src/model/plan.ts';
import type { CommandReport } from '../../../src/model/report.ts';
import { endsAsSaid, showsItsFailure, showsWhatItSaid } from '../../../src/run/judge/shown-failure.ts';

function judge(shown: string, output: string, held = true): boolean {
  const command = { expectations: [{ kind: 'output', text: shown }] } as unknown as PlannedCommand;
  const report = { ran: 'do', output, expectations: [{ kind: 'output', held }] } as unknown as CommandReport;
  return showsItsFailure(command, report);
}

describe('a failure is what the page teaches', () => {
  test.each([
    ['touch: /data/new: Read-only file system', 'touch: /data/new: Read-only file system\n'],
    ["wget: bad address 'ship'", "wget: bad address 'ship'\n"],
    ['first\nsh: later: Is a directory', 'first\nsh: later: Is a directory\n'],
    [
      'psql: error: connection to server at "db" (172.18.0.2), port 5432 failed: FATAL: no',
      'psql: error: connection to server at "db" (172.20.0.3), port 5432 failed: FATAL: no\n',
    ],
    ['A name is required', 'A name is required\n'],
  ])('where it shows “%s”', (shown, output) => {
    expect(judge(shown, output)).toBe(true);
  });
});

describe('an error with status 0', () => {
  test.each([
    ['is as the page shows it', 'Error response from daemon: No such container: web', true, true],
    ['is not as the page shows it', 'Error response from daemon: No such container: web', false, false],
    ['is none where what the page shows is none', 'hello', true, false],
  ])('%s', (_, shown, held, right) => {
    const command = { expectations: [{ kind: 'output', text: shown }] } as unknown as PlannedCommand;
    const report = { expectations: [{ kind: 'output', held }] } as unknown as CommandReport;
    expect(showsWhatItSaid(command, report)).toBe(right);
  });
});

describe('a failure is not what the page teaches', () => {
  test.each([
    ['where an error is left out', 'a: hello', 'cat: missing: No such file or directory\na: hello\n', true],
    ['where what it shows is no message', 'hello', 'hello\n', true],
    ['where it shows another message', 'touch: x: Permission denied', 'touch: x: Is a directory\n', false],
    ['where it shows nothing', '', 'touch: x: Is a directory\n', true],
  ])('%s', (_, shown, output, held) => {
    expect(judge(shown, output, held)).toBe(false);
  });
});

describe('a status that the page’s own script gives', () => {
  const ends = (script: string, output: string, held = true, ran = 'sh job.sh'): boolean => {
    const command = { expectations: [{ kind: 'output', text: 'one\ntwo' }] } as unknown as PlannedCommand;
    const expectations = [{ kind: 'output', held }];
    const report = { ran, output, exitStatus: 3, expectations } as unknown as CommandReport;
    return endsAsSaid(command, report, { said: page, written: new Map([['/home/reader/job.sh', script]]) });
  };
  const page = [
    "cat > typed.sh <<'EOF'\necho one\nexit 3\nEOF",
    'FROM alpine\nCOPY job.sh /\nCMD ["sh", "/job.sh"]',
    'docker build -t job .',
    'FROM alpine\nCMD ["date"]',
    'docker build -t other .',
  ];

  test.each(['./job.sh', 'docker run --rm -v .:/w alpine sh /w/job.sh', 'docker run job', 'bash typed.sh'])(
    'is no failure of a command that runs it: %s',
    (ran) => expect(ends('exit 3', 'one\ntwo\n', true, ran)).toBe(true),
  );

  test.each(['docker run other', 'docker run alpine', 'make', 'sh other-job.sh', 'docker logs web'])(
    'is one of a command that does not: %s',
    (ran) => expect(ends('exit 3', 'one\ntwo\n', true, ran)).toBe(false),
  );

  test.each(['echo one\nexit 3\n', 'print(1)\nsys.exit(3)'])('is no failure: %s', (script) => {
    expect(ends(script, 'zero\none\ntwo\n')).toBe(true);
  });

  test.each([
    ['another status', 'exit 1', 'one\ntwo\n', true],
    ['a status in case of trouble', 'check || exit 3', 'one\ntwo\n', true],
    ['an error besides', 'exit 3', 'one\ntwo\nsh: three: not found\n', true],
    ['another output', 'exit 3', 'one\n', false],
  ])('is one with %s', (_, script, output, held) => {
    expect(ends(script, output, held)).toBe(false);
  });
});

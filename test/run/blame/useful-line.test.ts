import { expect, test } from 'vitest';
import { usefulLine } from '../../../src/run/blame/useful-line.ts';

test.each([
  [
    'Traceback (most recent call last):\n  File "app.py", line 1, in <module>\n    import quay\nModuleNotFoundError: No module named \'quay\'\nbye',
    "ModuleNotFoundError: No module named 'quay'",
  ],
  ['Reading package lists...\nE: Unable to locate package quay\n', 'E: Unable to locate package quay'],
  [
    "docker: Error response from daemon: no such thing\n\nRun 'docker run --help' for more information",
    'docker: Error response from daemon: no such thing',
  ],
  [
    '#7 [2/2] RUN apt-get install quay\n#7 0.512 E: Unable to locate package quay\n#7 ERROR: process "/bin/sh" did not complete: exit code: 100\n------\nERROR: failed to build: failed to solve: process "/bin/sh -c apt-get install quay" did not complete successfully: exit code: 100',
    'E: Unable to locate package quay',
  ],
  [
    'boat.c:3:5: error: expected a mast\nboat.c:9:1: error: too late\nmake: *** [boat] Error 1',
    'boat.c:3:5: error: expected a mast',
  ],
  [
    'npm error code ENOENT\nnpm error enoent Could not read package.json\nnpm error A complete log of this run can be found in: x',
    'npm error enoent Could not read package.json',
  ],
  ['starting\ncannot open quay.conf\nstopping', 'cannot open quay.conf'],
  ['one\ntwo\n', 'two'],
  ['', ''],
])('the line that says what went wrong in %j', (output, line) => {
  expect(usefulLine(output)).toBe(line);
});

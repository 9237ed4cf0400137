import { expect, test } from 'vitest';
import { copyText } from '../../src/shell/copy-text.ts';

test.each([
  ['prompts and output are left out', '$ docker ps\nCONTAINER ID\n$ ls', 'docker ps\nls'],
  ['lines of one command stay together', '$ docker run \\\n> nginx', 'docker run \\\nnginx'],
  ['comments stay', '# list\nls # all', '# list\nls # all'],
  ['comments that show output go', 'docker -v\n# Output: Docker 1\n\nls', 'docker -v\n\nls'],
  ['also behind a command', 'echo hi # => hi\nls', 'echo hi\nls'],
])('copyText: %s', (_, text, expected) => {
  expect(copyText(text)).toBe(expected);
});

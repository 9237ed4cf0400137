import { expect, it } from 'vitest';
import { standingPrompt } from '../../../src/run/terminal/standing-prompt.ts';

const prompt = 'reader@laptop:~$ ';

it('takes the prompt of the login shell at once, and that of another shell only when it stands there', () => {
  expect(standingPrompt(prompt, 0, { sort: 'login', console: null })).toBe(prompt);
  expect(standingPrompt('Welcome', 10_000, { sort: 'login', console: null })).toBe(null);
  expect(standingPrompt(prompt, 0, { sort: 'shell', console: null })).toBe(null);
  expect(standingPrompt(prompt, 100, { sort: 'shell', console: null })).toBe(prompt);
});

it('takes a prompt at which a line can be edited at once, but not what stands there when that has ended', () => {
  const waited = { sort: 'shell', console: null } as const;
  expect(standingPrompt('hold\r\n\x1b[?2004hroot@pier:/# ', 0, waited)).toBe('root@pier:/# ');
  expect(standingPrompt('\x1b[?2004h$ exit\r\x1b[?2004lroot@pier:/# ', 0, waited)).toBe(null);
  expect(standingPrompt('\x1b[?2004h$ sh\r\n# ', 0, waited)).toBe(null);
});

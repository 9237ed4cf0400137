import { expect, it } from 'vitest';
import { standingPrompt } from '../../src/run/terminal/standing-prompt.ts';

const prompt = 'reader@laptop:~$ ';

it('takes the prompt of the login shell at once, and that of another shell only when it stands there', () => {
  expect(standingPrompt(prompt, 0, { sort: 'login', console: null })).toBe(prompt);
  expect(standingPrompt('Welcome', 10_000, { sort: 'login', console: null })).toBe(null);
  expect(standingPrompt(prompt, 0, { sort: 'shell', console: null })).toBe(null);
  expect(standingPrompt(prompt, 100, { sort: 'shell', console: null })).toBe(prompt);
});

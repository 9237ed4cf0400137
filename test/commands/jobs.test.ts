import { expect, test } from 'vitest';
import { jobsFor } from '../../src/commands/jobs.ts';

const gigabyte = 1024 ** 3;

test.each([
  ['as many as processors where memory is plenty', 4, 64 * gigabyte, 4],
  ['fewer where memory is short', 8, 2 * gigabyte, 3],
  ['one at least', 8, 0.1 * gigabyte, 1],
])('machines at once: %s', (_what, processors, free, jobs) => {
  expect(jobsFor(processors, free)).toBe(jobs);
});

import { expect, test } from 'vitest';
import { formatDuration } from '../../src/lib/duration.ts';

test.each([
  [0, '0.0 ms'],
  [3.21, '3.2 ms'],
  [48.4, '48 ms'],
  [99.6, '0.1 s'],
  [12_500, '12.5 s'],
  [59_960, '1 min 00 s'],
  [125_000, '2 min 05 s'],
  [3_720_000, '1 h 02 min'],
  [Number.NaN, '?'],
])('%d ms reads %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

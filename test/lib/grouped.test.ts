import { expect, test } from 'vitest';
import { grouped } from '../../src/lib/grouped.ts';

test.each([0, 7, 12, 999, 1000, 1797, 12_345, 999_999, 1_000_000, 1_234_567_890])(
  '%i is written as English writes it',
  (number) => {
    expect(grouped(number)).toBe(number.toLocaleString('en-US'));
  },
);

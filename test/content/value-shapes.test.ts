import { describe, expect, test } from 'vitest';
import { date } from '../../src/content/value-shapes.ts';
import { timeOfDate } from '../../src/lib/date-time.ts';

const isDate = (text: string): boolean => date.safeParse(text).success;

describe('a date', () => {
  test.each([
    '2026-11-24',
    '2024-02-29',
    '2026-11-24T18:30',
    '2026-11-24 18:30:59.123456',
    '2026-11-24T18:30:00Z',
    '2026-11-24 18:30 Z',
    '2026-11-24 18:30 +0530',
    '2026-11-24T00:00:00-23:59',
  ])('is %s, and it is known when that is', (text) => {
    expect(isDate(text)).toBe(true);
    expect(timeOfDate(text)).not.toBeNaN();
  });

  test.each([
    '24 November 2026',
    '2026-11-31',
    '2026-02-29',
    '2026-13-01',
    '2026-11-24T24:00',
    '2026-11-24T18:60',
    '2026-11-24T23:59:60Z',
    '2026-11-24T18:30:00+25:00',
    '2026-11-24T18:30:00+01:99',
    '2026-11-24T18:30\tZ',
  ])('is not %s', (text) => {
    expect(isDate(text)).toBe(false);
  });
});

import { expect, test } from 'vitest';
import { timeElement } from '../../src/site/dates.ts';

test.each([
  ['2026-11-24', '24 Nov 2026'],
  ['2026-09-01T23:59:00+02:00', '1 Sep 2026'],
  ['2024-02-29', '29 Feb 2024'],
  ['yesterday', 'yesterday'],
])('%s is shown as %s', (iso, shown) => {
  expect(timeElement(iso).children).toEqual([{ type: 'text', value: shown }]);
});

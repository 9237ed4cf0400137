import { expect, test } from 'vitest';
import { findingsToTell } from '../../src/dev/new-findings.ts';
import { diagnostic } from '../../src/model/diagnostic.ts';
import { pointAt } from '../../src/model/place.ts';

const warning = (line: number, message = 'old') =>
  diagnostic('language-unknown', pointAt('a.md', line), message, 'hint');
const error = diagnostic('link-broken', pointAt('a.md', 3), 'broken', 'hint');

test('errors are told until they are mended, warnings once', () => {
  const found = [warning(1), error, warning(9, 'new')];
  expect(findingsToTell(found, [warning(1), error])).toEqual([error, warning(9, 'new')]);
});

test('what has moved is not new, but a second one is', () => {
  expect(findingsToTell([warning(5)], [warning(1)])).toEqual([]);
  expect(findingsToTell([warning(5), warning(8)], [warning(1)])).toEqual([warning(8)]);
});

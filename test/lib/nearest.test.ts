import { expect, test } from 'vitest';
import { editDistance, nearest } from '../../src/lib/nearest.ts';

test.each([
  ['darft', 'draft'],
  ['Titel', 'title'],
  ['tag', 'tags'],
  ['zzz', null],
  ['', null],
  ['title'.repeat(10_000_000), null],
])('%j is taken for %j', (word, expected) => {
  expect(nearest(word, ['title', 'draft', 'tags', 'date'])).toBe(expected);
});

test.each([
  ['', '', 0],
  ['ab', 'ba', 1],
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
])('%j and %j differ by %d', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});

import { expect, test } from 'vitest';
import { shownErrors } from '../../src/dev/shown-errors.ts';
import { diagnostic } from '../../src/model/diagnostic.ts';
import { pointAt } from '../../src/model/place.ts';

const source = ['one', 'two', 'three [x](y) end', 'four', 'five', 'six'].join('\n');
const place = { path: 'a.md', line: 3, column: 7, endLine: 3, endColumn: 13 };
const error = diagnostic('link-broken', place, 'No page is there.', 'Correct it.');

test('an error is shown with the lines around it and what it is about', () => {
  expect(shownErrors([error], () => source)).toEqual([
    {
      where: 'a.md:3:7',
      code: 'link-broken',
      message: 'No page is there.',
      hint: 'Correct it.',
      excerpt: [
        { number: 1, text: 'one', marked: null },
        { number: 2, text: 'two', marked: null },
        { number: 3, text: 'three [x](y) end', marked: [6, 12] },
        { number: 4, text: 'four', marked: null },
        { number: 5, text: 'five', marked: null },
      ],
    },
  ]);
});

test('errors come in the order of their places', () => {
  const places = [pointAt('b.md', 1), pointAt('a.md', 20, 4), pointAt('a.md', 3), pointAt('a.md', 20, 3)];
  const errors = places.map((one) => diagnostic('link-broken', one, 'm', 'h'));
  expect(shownErrors(errors, () => null).map(({ where }) => where)).toEqual([
    'a.md:3:1',
    'a.md:20:3',
    'a.md:20:4',
    'b.md:1:1',
  ]);
});

test('warnings and notes are for the terminal', () => {
  expect(shownErrors([diagnostic('html-removed', place, 'm', 'h')], () => source)).toEqual([]);
});

test('a file that can not be read has no excerpt', () => {
  expect(shownErrors([error], () => null)[0]?.excerpt).toEqual([]);
});

test('a point marks one character, at the end of a line none', () => {
  const at = (line: number, column: number) =>
    shownErrors(
      [diagnostic('fence-unclosed', pointAt('a.md', line, column), 'm', 'h')],
      () => source,
    )[0]?.excerpt.find(({ marked }) => marked !== null)?.marked;
  expect(at(1, 1)).toEqual([0, 1]);
  expect(at(1, 4)).toEqual([3, 3]);
  expect(at(99, 1)).toBeUndefined();
});

test('a long place is cut, and one that ends at the beginning of a line leaves that line out', () => {
  const long = { path: 'a.md', line: 1, column: 1, endLine: 60, endColumn: 1 };
  const lines = Array.from({ length: 80 }, (_, index) => `line ${index + 1}`).join('\r\n');
  const [shown] = shownErrors([diagnostic('fence-unclosed', long, 'm', 'h')], () => lines);
  expect(shown?.excerpt).toHaveLength(12);
  const short = { ...long, endLine: 2 };
  const [other] = shownErrors([diagnostic('fence-unclosed', short, 'm', 'h')], () => lines);
  expect(other?.excerpt.filter(({ marked }) => marked).map(({ number }) => number)).toEqual([1]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { truncate, wrapText } from '../../src/lib/wrap-text.ts';

test('words are kept whole and lines short', () => {
  expect(wrapText('a bb ccc a-very-long-word d', 6, '> ')).toBe('a bb\n> ccc\n> a-very-long-word\n> d');
});

test('no word is lost and no line is longer than asked, but for a long word', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,9}$/)),
      fc.integer({ min: 9, max: 40 }),
      (words, columns) => {
        const wrapped = wrapText(words.join(' '), columns);
        expect(wrapped.split(/\s+/).filter(Boolean)).toEqual(words);
        expect(Math.max(...wrapped.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
      },
    ),
  );
});

test.each([
  ['abcdef', 6, 'abcdef'],
  ['abcdef', 4, 'abc…'],
  ['abcdef', 0, ''],
])('%j cut to %d is %j', (text, columns, expected) => {
  expect(truncate(text, columns)).toBe(expected);
});

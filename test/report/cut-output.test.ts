import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutOutput } from '../../src/report/cut-output.ts';

test('a long output keeps its beginning and its end, and says how much is missing', () => {
  const output = Array.from({ length: 10 }, (_, index) => `row ${index + 1}`).join('\n');
  expect(cutOutput(output, { lines: 4, characters: 1000, lineCharacters: 100 })).toBe(
    'row 1\nrow 2\n[… 6 lines left out …]\nrow 9\nrow 10',
  );
});

test('a long line is cut by itself', () => {
  expect(cutOutput('abcdefgh', { lines: 4, characters: 1000, lineCharacters: 3 })).toBe(
    'abc [… 5 characters left out …]',
  );
});

test('a short output stays, without blanks at its end', () => {
  expect(cutOutput('\n  a  \n\n')).toBe('\n  a');
});

test('no output is kept beyond its limits, and none that fits is changed', () => {
  const limits = { lines: 6, characters: 200, lineCharacters: 40 };
  const output = fc.array(fc.string({ maxLength: 120 }), { maxLength: 30 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(output, (text) => {
      const cut = cutOutput(text, limits);
      expect(cut.split('\n').length).toBeLessThanOrEqual(limits.lines + 1);
      expect(cut.length).toBeLessThanOrEqual(limits.characters + 40);
    }),
  );
});

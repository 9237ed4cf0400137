import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visible, visibleLine } from '../../src/lib/visible.ts';
import { anyText } from '../helpers/any-text.ts';

test('escape sequences become pictures, lines and tabs stay', () => {
  expect(visible('a\tb\n\u001b[31mred\u007f\u009b\u202e')).toBe('a\tb\n␛[31mred␡\\u009b\\u202e');
  expect(visibleLine('a\tb\n')).toBe('a␉b␊');
});

test('nothing that steers a terminal is left in any text', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(visible(text)).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
      );
    }),
  );
});

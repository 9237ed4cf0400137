import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stableJson } from '../../src/lib/stable-json.ts';

test('known keys come first in their order, the others by name', () => {
  expect(stableJson({ b: 1, a: { y: 1, id: 2 }, id: 3 }, ['id'])).toBe(
    '{\n  "id": 3,\n  "a": {\n    "id": 2,\n    "y": 1\n  },\n  "b": 1\n}\n',
  );
});

test('any JSON value comes back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(stableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('nothing in it steers a terminal or turns the reading direction round', () => {
  const text = stableJson(['\u001b[2J', '\u009b31m', '\u202egpj.exe', '\u007f']);
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(JSON.parse(text)).toEqual(['\u001b[2J', '\u009b31m', '\u202egpj.exe', '\u007f']);
});

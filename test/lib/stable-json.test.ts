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

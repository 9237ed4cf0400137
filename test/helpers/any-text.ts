import fc from 'fast-check';

const codePoint = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 0x1f }) },
  { weight: 1, arbitrary: fc.integer({ min: 0x7f, max: 0x9f }) },
  { weight: 1, arbitrary: fc.constantFrom(0x200e, 0x2028, 0x202e, 0x2066, 0xd800, 0xfffd) },
  { weight: 1, arbitrary: fc.integer({ min: 0xa0, max: 0x10ffff }) },
);

/**
 * Any text at all, with many control characters. (fast-check's own `unit: 'binary'` first makes a table of all of
 * Unicode, which takes seconds.)
 */
export function anyText(maxLength = 60): fc.Arbitrary<string> {
  return fc.array(codePoint, { maxLength }).map((points) => String.fromCodePoint(...points));
}

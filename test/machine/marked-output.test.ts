import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedOutput } from '../../src/machine/marked-output.ts';

const mark = '0123456789abcdef';

test('what stands between the marks comes out, however the stream is cut up', () => {
  const bytes = fc.uint8Array({ maxLength: 200 });
  fc.assert(
    fc.property(bytes, bytes, fc.array(fc.nat(300), { maxLength: 20 }), (noise, printed, cuts) => {
      const output = markedOutput(mark, 1_000_000);
      const stream = Buffer.concat([
        Buffer.from(noise),
        Buffer.from(`<${mark}42;`),
        Buffer.from(printed),
        Buffer.from(`>${mark}7;`),
      ]);
      const ends = [...cuts, stream.length].sort((left, right) => left - right);
      let start = 0;
      for (const end of ends) {
        output.feed(stream.subarray(start, end));
        start = Math.max(start, Math.min(end, stream.length));
      }
      expect(output.begin).toBe('42');
      expect(output.end).toBe('7');
      expect(output.text()).toBe(Buffer.from(printed).toString('utf8'));
    }),
  );
});

test('output beyond the limit is cut, and the end is still found', () => {
  const output = markedOutput(mark, 10);
  output.feed(Buffer.from(`<${mark};`));
  output.feed(Buffer.from('x'.repeat(1000)));
  expect(output.feed(Buffer.from(`>${mark}0;`))).toBe(true);
  expect(output.text()).toBe('x'.repeat(10));
});

test('what was printed before a script that never ends is kept', () => {
  const output = markedOutput(mark, 1000);
  expect(output.feed(Buffer.from(`<${mark}9;`))).toBe(false);
  output.feed(Buffer.from(`partial ${'.'.repeat(50)}`));
  expect(output.end).toBeNull();
  expect(output.text()).toBe(`partial ${'.'.repeat(50)}`);
});

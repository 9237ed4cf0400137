import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demultiplex } from '../../src/machine/demultiplex.ts';

function frame(stream: 1 | 2, data: string): Buffer {
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(Buffer.byteLength(data), 4);
  return Buffer.concat([header, Buffer.from(data)]);
}

test('frames come apart wherever the connection cuts them', async () => {
  const frames = fc.array(fc.record({ stream: fc.constantFrom(1 as const, 2 as const), data: fc.string() }));
  await fc.assert(
    fc.asyncProperty(frames, fc.integer({ min: 1, max: 9 }), async (sent, size) => {
      const source = new PassThrough();
      const got = { stdout: '', stderr: '' };
      demultiplex(source, (stream, data) => {
        got[stream] += data.toString('latin1');
      });
      const bytes = Buffer.concat(sent.map(({ stream, data }) => frame(stream, data)));
      for (let at = 0; at < bytes.length; at += size) source.write(bytes.subarray(at, at + size));
      source.end();
      await new Promise((resolve) => source.once('close', resolve));
      const latin1 = (wanted: 1 | 2) =>
        sent
          .filter(({ stream }) => stream === wanted)
          .map(({ data }) => Buffer.from(data).toString('latin1'))
          .join('');
      expect(got).toEqual({ stdout: latin1(1), stderr: latin1(2) });
    }),
    { numRuns: 50 },
  );
});

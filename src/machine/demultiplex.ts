import type { Duplex } from 'node:stream';

/**
 * Splits what comes out of an exec without a TTY into stdout and stderr. Each frame has a header of 8 bytes:
 * the stream's number, three zeros, and the length of what follows (Docker Engine API, "Attach to a container").
 */
export function demultiplex(
  source: Duplex,
  listener: (stream: 'stdout' | 'stderr', data: Buffer) => void,
): void {
  let rest: Buffer = Buffer.alloc(0);
  source.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length >= 8) {
      const end = 8 + rest.readUInt32BE(4);
      if (rest.length < end) return;
      listener(rest[0] === 2 ? 'stderr' : 'stdout', rest.subarray(8, end));
      rest = rest.subarray(end);
    }
  });
}

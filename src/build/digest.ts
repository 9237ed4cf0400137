import { createHash } from 'node:crypto';

/** The SHA-256 of some bytes or of a text in UTF-8, in hex. */
export function digestOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A digest of plain data: of its JSON, so that lists and fields must come in the same order. */
export function digestOfData(data: unknown): string {
  return digestOf(JSON.stringify(data));
}

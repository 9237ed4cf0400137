import { sha256 } from '../../lib/sha256.ts';

/** A digest of plain data: of its JSON, so that lists and fields must come in the same order. */
export function digestOfData(data: unknown): string {
  return sha256(JSON.stringify(data));
}

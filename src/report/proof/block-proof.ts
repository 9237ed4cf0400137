import type { BlockProof, Recording } from '../../model/proof.ts';

/**
 * What was recorded of the block whose text has this hash; null when this text was never run. `nth` tells blocks with the
 * same text apart: 0 for the first one on the page, 1 for the second.
 */
export function blockProofOf({ blocks }: Recording, hash: string, nth = 0): BlockProof | null {
  return blocks.filter((block) => block.hash === hash)[nth] ?? null;
}

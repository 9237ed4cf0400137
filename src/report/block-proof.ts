import type { BlockProof, Proof } from '../model/proof.ts';

/**
 * The proof of the block whose text has this hash; null when this text was never run. `nth` tells blocks with the
 * same text apart: 0 for the first one on the page, 1 for the second.
 */
export function blockProofOf(proof: Proof, hash: string, nth = 0): BlockProof | null {
  return proof.blocks.filter((block) => block.hash === hash)[nth] ?? null;
}

import type { Code } from 'mdast';
import type { BlockExtras } from '../../markdown/code-block.ts';
import type { Plan } from '../../model/plan.ts';
import { blockStateOf, type PostProof } from '../../site/proof/post-proof.ts';
import { proofMark } from '../../site/proof/proof-mark.ts';

/** What is known of a block of a page, by its text's hash and its place among blocks with the same text. */
export type ExtrasOf = (block: { hash: string; nth: number; code: Code }) => BlockExtras;

/** What a page knows of each of its code blocks besides the text: what was planned, and how it stands. */
export function blockExtras(plan: Plan, proof: PostProof): ExtrasOf {
  return ({ hash, nth }) => {
    const state = blockStateOf(proof, hash, nth);
    const planned = plan.blocks.filter((block) => block.hash === hash)[nth] ?? null;
    return { planned, blocks: plan.blocks, below: state ? [proofMark(state)] : [] };
  };
}

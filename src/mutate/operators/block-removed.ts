import type { Change } from '../change.ts';
import { isTyped, linesBetween, type PlannedPost } from '../planned-post.ts';

/** Each block with commands, and each file, left out; the prose around it stays. */
export function blockRemoved(post: PlannedPost): Change[] {
  return post.plan.blocks
    .filter((block) => isTyped(block) || block.kind === 'file')
    .map(({ id, place }) => ({ ...linesBetween(post, place.line, place.endLine), after: '', about: [id] }));
}

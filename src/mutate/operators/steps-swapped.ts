import type { PlannedBlock } from '../../model/plan.ts';
import type { Change } from '../change.ts';
import { isTyped, linesBetween, offsetAt, type PlannedPost } from '../planned-post.ts';

/** Two neighbouring steps in the wrong order: commands of one block, or the contents of two blocks. */
export function stepsSwapped(post: PlannedPost): Change[] {
  return [...commandsSwapped(post), ...blocksSwapped(post)];
}

function commandsSwapped(post: PlannedPost): Change[] {
  return post.commands.flatMap((one, index) => {
    const other = post.commands[index + 1];
    if (other === undefined || other.block !== one.block) return [];
    const range = (place: typeof one.command.place) => ({
      start: offsetAt(post, place.line, place.column),
      end: offsetAt(post, place.endLine, place.endColumn),
    });
    return swap(post, range(one.command.place), range(other.command.place), [one.block.id]);
  });
}

function blocksSwapped(post: PlannedPost): Change[] {
  const blocks = post.plan.blocks.filter((block) => isTyped(block) || block.kind === 'file');
  return blocks.slice(0, -1).flatMap((one, index) => {
    const other = blocks[index + 1]!;
    return swap(post, contentOf(post, one), contentOf(post, other), [one.id, other.id]);
  });
}

// Without the fences: a block keeps its tag, and its attributes.
function contentOf(post: PlannedPost, { place }: PlannedBlock): { start: number; end: number } {
  return linesBetween(post, place.line + 1, place.endLine - 1);
}

function swap(
  { source }: PlannedPost,
  one: { start: number; end: number },
  other: { start: number; end: number },
  about: string[],
): Change[] {
  const [first, second] = [source.slice(one.start, one.end), source.slice(other.start, other.end)];
  if (first === second || one.end > other.start) return [];
  const after = second + source.slice(one.end, other.start) + first;
  return [{ start: one.start, end: other.end, after, about }];
}

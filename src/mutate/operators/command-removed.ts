import type { PlannedCommand } from '../../model/plan.ts';
import type { Change } from '../change.ts';
import { isTyped, linesBetween, type PlannedPost } from '../planned-post.ts';

/** Each command left out, with its line and the output shown for it. The only one of a block: see `blockRemoved`. */
export function commandRemoved(post: PlannedPost): Change[] {
  return post.plan.blocks.flatMap((block) => {
    if (!isTyped(block) || block.commands.length < 2) return [];
    return block.commands.flatMap((command) => {
      const endLine = lastLineOf(command, block.place.endLine);
      const shares = block.commands.some(
        (other) =>
          other !== command && other.place.line <= endLine && other.place.endLine >= command.place.line,
      );
      return shares
        ? []
        : [{ ...linesBetween(post, command.place.line, endLine), after: '', about: [block.id] }];
    });
  });
}

function lastLineOf(command: PlannedCommand, endOfBlock: number): number {
  const shown = command.expectations.flatMap((one) => (one.kind === 'output' ? [one.source.endLine] : []));
  return Math.max(command.place.endLine, ...shown.filter((line) => line < endOfBlock));
}

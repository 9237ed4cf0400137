import type { Change } from '../change.ts';
import type { PlannedPost } from '../planned-post.ts';

/** The closing quotation mark of each quoted stretch left out. */
export function quoteRemoved(post: PlannedPost): Change[] {
  return post.commands.flatMap((command) =>
    [...command.command.source.matchAll(/(["'])(?:(?!\1).)*\1/gs)].flatMap((match) => {
      const end = match.index + match[0].length;
      return command.change(end - 1, end, '');
    }),
  );
}

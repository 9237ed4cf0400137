import { flagWords } from '../call-words.ts';
import type { Change } from '../change.ts';
import type { PlannedPost, TypedCommand } from '../planned-post.ts';

/** Each flag left out, with its value; of letters written together one at a time. */
export function flagRemoved(post: PlannedPost): Change[] {
  return post.commands.flatMap((command) =>
    command.words.flatMap(flagWords).flatMap((flag) => removals(command, flag)),
  );
}

function removals(command: TypedCommand, { word, value }: ReturnType<typeof flagWords>[number]): Change[] {
  const letters = /^-([A-Za-z]{2,6})$/.exec(word.text)?.[1];
  if (letters !== undefined && value === null)
    return [...letters].flatMap((_, index) =>
      command.change(word.start + 1 + index, word.start + 2 + index, ''),
    );
  const start = command.command.source.slice(0, word.start).trimEnd().length;
  return command.change(start, value?.end ?? word.end, '');
}

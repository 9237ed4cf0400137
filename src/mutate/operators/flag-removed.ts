import { flagWords } from '../call-words.ts';
import type { Change } from '../change.ts';
import type { Page, PageCommand } from '../page.ts';

/** Each flag left out, with its value; of letters written together one at a time. */
export function flagRemoved(page: Page): Change[] {
  return page.commands.flatMap((command) =>
    command.words.flatMap(flagWords).flatMap((flag) => removals(command, flag)),
  );
}

function removals(command: PageCommand, { word, value }: ReturnType<typeof flagWords>[number]): Change[] {
  const letters = /^-([A-Za-z]{2,6})$/.exec(word.text)?.[1];
  if (letters !== undefined && value === null)
    return [...letters].flatMap((_, index) =>
      command.change(word.start + 1 + index, word.start + 2 + index, ''),
    );
  const start = command.command.source.slice(0, word.start).trimEnd().length;
  return command.change(start, value?.end ?? word.end, '');
}

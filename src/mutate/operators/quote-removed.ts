import type { Change } from '../change.ts';
import type { Page } from '../page.ts';

/** The closing quotation mark of each quoted stretch left out. */
export function quoteRemoved(page: Page): Change[] {
  return page.commands.flatMap((command) =>
    [...command.command.source.matchAll(/(["'])(?:(?!\1).)*\1/gs)].flatMap((match) => {
      const end = match.index + match[0].length;
      return command.change(end - 1, end, '');
    }),
  );
}

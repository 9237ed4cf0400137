import type { PlannedCommand } from '../model/plan.ts';
import type { Circumstances } from '../values/circumstances.ts';
import { ownWords } from '../values/page-words.ts';
import { printedBy } from './expect/values/printed-by.ts';

/** What is known of a command when its output is compared. `said`: the page's commands and files before it. */
export function circumstancesOf(
  command: PlannedCommand,
  { ran, bindings }: { ran: string | null; bindings: Readonly<Record<string, string>> },
  said: readonly string[],
): Circumstances {
  return {
    ran: ran ?? '',
    said: [...said, ownWords(command)].join('\n'),
    onHost: (command.depth ?? 0) === 0 && !printedBy(ran ?? '').insideContainer,
    bindings,
  };
}

import type { PlannedBlock, PlannedCommand } from '../model/plan.ts';
import type { Circumstances } from './expect/values/circumstances.ts';
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

/** A command's text without its placeholders: what stands for something else is no word that the page has chosen. */
export function ownWords({ source, placeholders }: PlannedCommand): string {
  return placeholders.reduce((text, { text: word }) => text.replaceAll(word, ' '), source);
}

/** What a page says in these blocks before a command, the texts of its files and commands. */
export function saidBefore(blocks: readonly PlannedBlock[], command: PlannedCommand): string[] {
  const said: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'file') said.push(block.file.content);
    for (const one of 'commands' in block ? block.commands : []) {
      if (one === command) return said;
      said.push(ownWords(one));
    }
  }
  return said;
}

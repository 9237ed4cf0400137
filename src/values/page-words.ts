import type { PlannedBlock, PlannedCommand } from '../model/plan.ts';

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

/** What a page says before the output that a block shows: the texts of its files and commands, the block's own included. */
export function saidUpTo(blocks: readonly PlannedBlock[], last: PlannedBlock): string {
  return blocks
    .slice(0, blocks.indexOf(last) + 1)
    .flatMap((block) => {
      if (block.kind === 'file') return [block.file.content];
      return 'commands' in block ? block.commands.map(ownWords) : [];
    })
    .join('\n');
}

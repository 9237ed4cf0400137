import type { Plan, PlannedBlock, PlannedCommand } from '../model/plan.ts';

/** A way of a reader through a post: of each group of alternatives one choice. Path 0 takes every first one. */
export interface ReaderPath {
  number: number;
  /** Blocks with only the commands that this reader types. */
  blocks: PlannedBlock[];
}

/** All paths that are needed so that every alternative is taken by one of them. */
export function readerPaths(plan: Plan): ReaderPath[] {
  const choices = commandsOf(plan.blocks).map((command) => command.alternative?.choice ?? 0);
  const count = Math.max(0, ...choices) + 1;
  return Array.from({ length: count }, (_, number) => ({
    number,
    blocks: number === 0 ? pathBlocks(plan, 0) : upToLastChoice(pathBlocks(plan, number), number),
  }));
}

/** The commands of blocks, in the order of the page. */
export function commandsOf(blocks: readonly PlannedBlock[]): PlannedCommand[] {
  return blocks.flatMap((block) => ('commands' in block ? block.commands : []));
}

function pathBlocks(plan: Plan, number: number): PlannedBlock[] {
  const most = new Map<string, number>();
  for (const { alternative } of commandsOf(plan.blocks)) {
    if (alternative !== null)
      most.set(alternative.group, Math.max(most.get(alternative.group) ?? 0, alternative.choice));
  }
  const taken = (command: PlannedCommand): boolean => {
    const { alternative } = command;
    if (alternative === null) return true;
    return alternative.choice === (number <= most.get(alternative.group)! ? number : 0);
  };
  return plan.blocks.map((block) =>
    'commands' in block ? { ...block, commands: block.commands.filter(taken) } : block,
  );
}

// A second machine only goes as far as there is something for it to prove.
function upToLastChoice(blocks: PlannedBlock[], number: number): PlannedBlock[] {
  const last = blocks.findLastIndex((block) =>
    commandsOf([block]).some((command) => command.alternative?.choice === number),
  );
  return blocks.slice(0, last + 1).filter((block) => block.kind !== 'usage');
}

import type { Alternative, Plan, PlannedBlock, PlannedCommand } from '../model/plan.ts';

/** A way of a reader through a post: of each group of alternatives one choice. Path 0 takes every first one. */
export interface ReaderPath {
  number: number;
  /** Blocks with only the commands that this reader types, and only the files that this reader saves. */
  blocks: PlannedBlock[];
}

/** All paths that are needed so that every alternative is taken by one of them. */
export function readerPaths(plan: Plan): ReaderPath[] {
  const count = Math.max(0, ...alternativesOf(plan.blocks).map(({ choice }) => choice)) + 1;
  return Array.from({ length: count }, (_, number) => ({
    number,
    blocks: number === 0 ? pathBlocks(plan, 0) : upToLastChoice(pathBlocks(plan, number), number),
  }));
}

/** The commands of blocks, in the order of the page. */
export function commandsOf(blocks: readonly PlannedBlock[]): PlannedCommand[] {
  return blocks.flatMap((block) => ('commands' in block ? block.commands : []));
}

function alternativesOf(blocks: readonly PlannedBlock[]): Alternative[] {
  return [...commandsOf(blocks), ...blocks.filter((block) => block.kind === 'file')].flatMap(
    ({ alternative }) => alternative ?? [],
  );
}

function pathBlocks(plan: Plan, number: number): PlannedBlock[] {
  const most = new Map<string, number>();
  for (const { group, choice } of alternativesOf(plan.blocks))
    most.set(group, Math.max(most.get(group) ?? 0, choice));
  const taken = ({ alternative }: { alternative?: Alternative | null }): boolean => {
    if (!alternative) return true;
    return alternative.choice === (number <= most.get(alternative.group)! ? number : 0);
  };
  return plan.blocks
    .filter((block) => block.kind !== 'file' || taken(block))
    .map((block) => ('commands' in block ? { ...block, commands: block.commands.filter(taken) } : block));
}

// A second machine only goes as far as there is something for it to prove: all that may use a file of its own.
function upToLastChoice(blocks: PlannedBlock[], number: number): PlannedBlock[] {
  const hasFile = blocks.some((block) => block.kind === 'file' && block.alternative?.choice === number);
  const last = blocks.findLastIndex((block) =>
    commandsOf([block]).some((command) => command.alternative?.choice === number),
  );
  return (hasFile ? blocks : blocks.slice(0, last + 1)).filter((block) => block.kind !== 'usage');
}

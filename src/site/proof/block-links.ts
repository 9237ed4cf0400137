import type { PlannedBlock } from '../../model/plan.ts';
import type { BlockLink, UnprovenBlock } from '../../model/site-status.ts';
import type { BlockState } from './block-state.ts';

/** The blocks of a post that are not proven, in the order of the page. */
export function unprovenBlocks(blocks: readonly BlockState[]): UnprovenBlock[] {
  return blocks.filter(({ state }) => state !== 'passed').map(unprovenBlock);
}

/** The blocks of a post that did not come to the same on all engines, in the order of the page, by the first command that did not. */
export function differingBlocks(blocks: readonly BlockState[]): BlockLink[] {
  return blocks
    .filter(({ readings }) => readings.length > 1)
    .map((state) => {
      const [different] = state.readings[0]?.differences.keys() ?? [];
      return linkTo(state, different?.source);
    });
}

/** Id of a block's proof on its page. GitHub's ids of headings hold no capital letter; an author's own (`{#…}`) should not begin so. */
export function proofAnchor(block: Pick<PlannedBlock, 'id'>): string {
  return `Proof-${block.id}`;
}

/** Whether other pages lead to the block's proof. Marks do without an id else, for ids make a page heavier. */
export function isLinked({ state, readings }: BlockState): boolean {
  return state !== 'passed' || readings.length > 1;
}

function unprovenBlock(one: BlockState): UnprovenBlock {
  const { state, readings } = one;
  const worst = readings.filter((reading) => reading.state === state);
  const proof = worst[0]?.proof;
  const command = proof?.commands.find(({ verdict }) => verdict === state);
  const cause = proof?.cause ?? command?.cause ?? null;
  return {
    ...linkTo(one, command?.source),
    state,
    engines: worst.flatMap(({ engines }) => engines.map(({ version }) => version)),
    cause: cause && { whose: cause.whose, message: cause.message },
  };
}

function linkTo({ block }: BlockState, source?: string): BlockLink {
  const first = source ?? ('commands' in block ? block.commands[0]?.source : undefined);
  return {
    anchor: proofAnchor(block),
    line: block.place.line,
    kind: block.kind,
    text: block.kind === 'file' ? block.file.name : (first ?? '').trim(),
  };
}

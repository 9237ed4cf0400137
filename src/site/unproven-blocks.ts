import type { PlannedBlock } from '../model/plan.ts';
import type { UnprovenBlock } from '../model/site-status.ts';
import type { BlockState } from './block-state.ts';

/** The blocks of a post that are not proven, in the order of the page. */
export function unprovenBlocks(blocks: readonly BlockState[]): UnprovenBlock[] {
  return blocks.filter(({ state }) => state !== 'passed').map(unprovenBlock);
}

/** Id of a block's proof on its page. No heading has such an id: those hold no capital letter. */
export function proofAnchor(block: Pick<PlannedBlock, 'id'>): string {
  return `Proof-${block.id}`;
}

function unprovenBlock({ block, state, readings }: BlockState): UnprovenBlock {
  const worst = readings.filter((reading) => reading.state === state);
  const proof = worst[0]?.proof;
  const command = proof?.commands.find(({ verdict }) => verdict === state);
  const cause = proof?.cause ?? command?.cause ?? null;
  const first = command?.source ?? ('commands' in block ? block.commands[0]?.source : undefined);
  return {
    anchor: proofAnchor(block),
    line: block.place.line,
    kind: block.kind,
    state,
    engines: worst.flatMap(({ engines }) => engines.map(({ version }) => version)),
    text: block.kind === 'file' ? block.file.name : (first ?? '').trim(),
    cause: cause && { whose: cause.whose, message: cause.message },
  };
}

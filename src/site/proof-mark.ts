import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { formatDuration } from '../lib/duration.ts';
import { oldWords } from '../lib/proof-age.ts';
import type { PlannedBlock } from '../model/plan.ts';
import type { BlockProof } from '../model/proof.ts';
import { timeElement } from './dates.ts';
import type { BlockState, PostProof } from './post-proof.ts';
import { proofLog, stateWords } from './proof-log.ts';
import { symbolOf } from './proof-summary.ts';
import { proofAnchor } from './unproven-blocks.ts';

/** The page beside a post's own that holds all of its proof. */
export const recordFile = 'proof.html';

/** The mark under a code block: its state in words; opened, everything that was seen when it was run. */
export function proofMark(state: BlockState, post: PostProof): Element {
  const { proof } = state;
  const details = proof ? proofLog(proof, post, `${recordFile}#${state.block.id}`) : [];
  const line = [symbolOf(state.state), h('span', summaryLine(state, post))];
  // The status page leads to what is not proven; other marks do without, for ids make a page heavier.
  const id = state.state === 'passed' ? null : proofAnchor(state.block);
  const properties = { id, dataState: isOldProof(state, post) ? 'old' : state.state };
  if (details.length === 0) return h('p.proof', properties, line);
  return h('details.proof', properties, [h('summary', line), h('div.log', details)]);
}

function summaryLine({ block, state, proof }: BlockState, { record }: PostProof): ElementContent[] {
  if (proof === null || record === null) return [h('b', stateWords[state])];
  const word =
    state === 'passed' ? passedWord(block) : state === 'blocked' ? blockedWord(proof) : stateWords[state];
  const duration = proof.commands.reduce((sum, command) => sum + command.durationMs, 0);
  const ran = state === 'passed' || state === 'failed';
  return [
    h('b', `${word}${isOldProof({ state }, { record }) ? oldWords : ''}`),
    text(ran ? ` on Docker ${record.engine.version}` : ''),
    text(ran && duration > 0 ? ` in ${formatDuration(duration)}` : ''),
    text(state === 'blocked' ? ', tried ' : ', '),
    // At the end: the script that says how long ago that was moves nothing.
    timeElement(record.recordedAt),
  ];
}

function isOldProof({ state }: Pick<BlockState, 'state'>, { record }: Pick<PostProof, 'record'>): boolean {
  return state === 'passed' && record?.isOld === true;
}

function passedWord({ kind }: PlannedBlock): string {
  if (kind === 'usage') return 'Same as the tool’s own help';
  if (kind === 'output') return 'Seen as shown';
  return kind === 'file' ? 'Used as shown' : 'Proven';
}

function blockedWord({ cause, commands }: BlockProof): string {
  const whose = cause?.whose ?? commands.find(({ verdict }) => verdict === 'blocked')?.cause?.whose;
  if (whose === 'network') return 'Needs the internet';
  return whose === 'registry' ? 'Needs an image registry' : stateWords.blocked;
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

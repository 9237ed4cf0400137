import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { formatDuration } from '../../lib/duration.ts';
import { oldWords } from '../../lib/proof-age.ts';
import { timeElement } from '../dates.ts';
import { isLinked, proofAnchor } from './block-links.ts';
import type { BlockState } from './block-state.ts';
import { oldestOf } from './engine-runs.ts';
import { proofLog } from './proof-log.ts';
import { symbolOf } from './proof-summary.ts';
import { blockWords } from './proof-words.ts';

/** The page beside a post's own that holds all of its proof. */
export const recordFile = 'proof.html';

/** The mark under a code block: its state in words; opened, everything that was seen when it was run. */
export function proofMark(state: BlockState): Element {
  const oldest = oldestOf(state.readings.flatMap(({ engines }) => engines));
  const isOld = state.state === 'passed' && oldest?.isOld === true;
  const details = proofLog(state, `${recordFile}#${state.block.id}`);
  const line = [symbolOf(state.state), h('span', summaryLine(state, oldest && { ...oldest, isOld }))];
  const id = isLinked(state) ? proofAnchor(state.block) : null;
  const properties = { id, dataState: isOld ? 'old' : state.state };
  if (details.length === 0) return h('p.proof', properties, line);
  return h('details.proof', properties, [h('summary', line), h('div.log', details)]);
}

function summaryLine(
  state: BlockState,
  oldest: { recordedAt: string; isOld: boolean } | null,
): ElementContent[] {
  const { word, where } = blockWords(state);
  if (oldest === null) return [h('b', word)];
  return [
    h('b', `${word}${oldest.isOld ? oldWords : ''}`),
    text(`${where}${duration(state)}`),
    text(state.state === 'blocked' ? ', tried ' : ', '),
    // At the end: the script that says how long ago that was moves nothing.
    timeElement(oldest.recordedAt),
  ];
}

// Where engines differ, so may how long it took.
function duration({ state, readings: [only, ...others] }: BlockState): string {
  const ran = state === 'passed' || state === 'failed';
  if (!ran || !only || others.length > 0 || only.ranMs === 0) return '';
  return ` in ${formatDuration(only.ranMs)}`;
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

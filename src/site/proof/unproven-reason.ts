import { visible } from '../../lib/visible.ts';
import type { ProofState, UnprovenBlock } from '../../model/site-status.ts';
import { engineNames } from './engine-runs.ts';
import { needOf } from './proof-summary.ts';
import { stateWords } from './proof-words.ts';

const words = {
  ...stateWords,
  'not-run': 'Not run, because an earlier command failed',
  changed: 'Changed since it was verified',
} as const satisfies Record<ProofState, string>;

/**
 * Why a block is not proven, in words: its state, what it needs, and what happened. `all`: how many engines its post was
 * replayed on; where it stands so on some of them only, they are named.
 */
export function unprovenReason(
  { state, cause, engines }: Pick<UnprovenBlock, 'state' | 'cause' | 'engines'>,
  all: number,
): string {
  const isEverywhere = engines.length === 0 || engines.length === all;
  const where = isEverywhere ? '' : ` on Docker ${engineNames(engines.map((version) => ({ version })))}`;
  if (cause === null || state === 'not-run') return words[state].replace(/,|$/, `${where}$&`);
  const word = state === 'blocked' ? capitalised(needOf(cause.whose, 1)) : words[state];
  return `${word}${where}: ${visible(cause.message)}`;
}

function capitalised(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

import { visible } from '../lib/visible.ts';
import type { ProofState, UnprovenBlock } from '../model/site-status.ts';
import { stateWords } from './proof-log.ts';
import { needOf } from './proof-summary.ts';

const words = {
  ...stateWords,
  'not-run': 'Not run, because an earlier command failed',
  changed: 'Changed since it was verified',
} as const satisfies Record<ProofState, string>;

/** Why a block is not proven, in words: its state, what it needs, and what happened. */
export function unprovenReason({ state, cause }: Pick<UnprovenBlock, 'state' | 'cause'>): string {
  if (cause === null || state === 'not-run') return words[state];
  const word = state === 'blocked' ? capitalised(needOf(cause.whose, 1)) : words[state];
  return `${word}: ${visible(cause.message)}`;
}

function capitalised(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

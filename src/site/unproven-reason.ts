import { visible } from '../lib/visible.ts';
import type { ProofState, UnprovenBlock } from '../model/site-status.ts';
import { needs } from './proof-summary.ts';

const words = {
  passed: 'Proven',
  failed: 'Failed',
  blocked: 'Could not be tried',
  skipped: 'Left out',
  'not-run': 'Not run, because an earlier command failed',
  changed: 'Changed since it was verified',
  unproven: 'Not verified yet',
} as const satisfies Record<ProofState, string>;

/** Why a block is not proven, in words: its state, what it needs, and what happened. */
export function unprovenReason({ state, cause }: Pick<UnprovenBlock, 'state' | 'cause'>): string {
  if (cause === null || state === 'not-run') return words[state];
  const word = state === 'blocked' ? capitalised(needs[cause.whose]) : words[state];
  return `${word}: ${visible(cause.message)}`;
}

function capitalised(phrase: string): string {
  const one = phrase.replace(/^need\b/, 'needs').replace(/^wait\b/, 'waits');
  return one.charAt(0).toUpperCase() + one.slice(1);
}

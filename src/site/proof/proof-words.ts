import { groupBy } from '../../lib/group-by.ts';
import type { PlannedBlock } from '../../model/plan.ts';
import type { BlockProof } from '../../model/proof.ts';
import type { ProofState } from '../../model/site-status.ts';
import type { BlockState } from './block-state.ts';
import { engineNames } from './engine-runs.ts';
import type { ProofSummary } from './post-proof.ts';

/** How a block or a command stands, for readers. */
export const stateWords = {
  passed: 'Proven',
  failed: 'Failed',
  blocked: 'Could not be tried',
  skipped: 'Left out',
  'not-run': 'Not run',
  changed: 'Not verified since it changed',
  unproven: 'Not verified yet',
} as const satisfies Record<ProofState, string>;

/** How a block stands, in two parts: `Proven`, ` on Docker 28.5 and 26.1`. Where engines differ, the second part says how. */
export function blockWords({ block, state, readings }: BlockState): { word: string; where: string } {
  const byState = [...groupBy(readings, (reading) => reading.state).values()];
  const [worst, ...others] = byState.map((same) => ({
    word: wordOf(block, same[0]?.proof ?? null),
    engines: same.flatMap(({ engines }) => engines),
  }));
  if (worst === undefined) return { word: stateWords[state], where: '' };
  // Where a thing is missing, the engine says nothing; nor does it of what the author leaves out.
  const isEverywhere = others.length === 0 && state !== 'passed' && state !== 'failed';
  const where = [
    isEverywhere ? '' : ` on Docker ${engineNames(worst.engines)}`,
    ...others.map(({ word, engines }) => `, ${lowered(word)} on ${engineNames(engines)}`),
    byState.length < readings.length ? ` (${state === 'passed' ? 'output differs' : 'details differ'})` : '',
  ];
  return { word: worst.word, where: where.join('') };
}

/** How many commands of a post are proven, in two parts: `23 of 25 commands proven`, ` on Docker 28.5 and 26.1`. */
export function provenWords(proof: ProofSummary): { count: string; where: string } {
  const { counts, commands } = proof;
  const all = commands === 1 ? 'The one command' : `All ${commands} commands`;
  const numbers = counts.passed === commands ? all : `${counts.passed} of ${commands} commands`;
  return { count: `${numbers} proven`, where: whereProven(proof) };
}

// Words for age may come before it, so that it begins with `on` where all is well.
function whereProven({ engines, counts: { passed } }: ProofSummary): string {
  const on = (runs: typeof engines): string =>
    runs.map((run) => `${run.counts.passed} on ${engineNames([run])}`).join(', ');
  const named = on(engines).replace(' on ', ' on Docker ');
  if (engines.some((run) => run.counts.passed > passed)) return `: ${named}`;
  const full = engines.filter((run) => run.counts.passed === passed);
  const part = engines.filter((run) => run.counts.passed < passed);
  if (full.length === 0) return ` on one engine or another, ${named}`;
  return ` on Docker ${engineNames(full)}${part.length > 0 ? `, ${on(part)}` : ''}`;
}

function lowered(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function wordOf(block: PlannedBlock, proof: BlockProof | null): string {
  const state = proof?.verdict ?? 'unproven';
  if (proof && state === 'blocked') return blockedWord(proof);
  return state === 'passed' ? passedWord(block) : stateWords[state];
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

import type { PlannedBlock } from '../../model/plan.ts';
import type { BlockProof, CommandProof, Proof, Recording } from '../../model/proof.ts';
import type { ProofState } from '../../model/site-status.ts';
import { blockProofOf } from '../../report/proof/block-proof.ts';
import { blockOutcome, commandOutcome } from '../../report/proof/block-result.ts';
import { type EngineRun, oldestOf } from './engine-runs.ts';
import { ownLines, type Recorded, sameOutput } from './same-output.ts';

/** What is known about a block as it is written today. */
export interface BlockState {
  block: PlannedBlock;
  /** The worst of what engines have shown. */
  state: ProofState;
  /** One for each different result, the worst first; none when this text was never run. */
  readings: BlockReading[];
  /** Its commands, each as the engine recorded it on which it went worst. */
  commands: CommandProof[];
}

/** What some engines have shown of a block, and others have not. */
export interface BlockReading {
  state: ProofState;
  /** At least one, the newest engine first. Engines that have only run an earlier text of the block don't count. */
  engines: EngineRun[];
  /** As the newest of them recorded it. */
  proof: BlockProof;
  /** How long its commands ran on the engine whose replay is the oldest: that whose day is shown. */
  ranMs: number;
  /**
   * The commands of `proof` that came to something else in another reading, each with the lines (numbers from 0) that it
   * printed in this one only.
   */
  differences: ReadonlyMap<CommandProof, number[]>;
}

/** States by how much they say of what they are a part of: what went wrong, then what is open, then `passed`. */
export const worstFirst: readonly ProofState[] = [
  'failed',
  'changed',
  'not-run',
  'blocked',
  'unproven',
  'passed',
  'skipped',
];

/**
 * How the `nth` block on the page that has this text stands on all engines together. `runs` are the replays that the
 * recordings of `proof` come from, in the same order.
 */
export function blockState(
  block: PlannedBlock,
  nth: number,
  { proof, runs }: { proof: Proof | null; runs: readonly EngineRun[] },
): BlockState {
  if (proof === null) return { block, state: 'unproven', readings: [], commands: [] };
  const seen = proof.recordings.flatMap((recording, index) => {
    const [run, found] = [runs[index], blockProofOf(recording, block.hash, nth)];
    return run && found ? [{ recording, run, found }] : [];
  });
  const groups = byResult(seen).toSorted((a, b) => rankOf(a[0]) - rankOf(b[0]));
  const firsts = groups.flatMap(([first]) => first ?? []);
  const readings = groups.flatMap((group) => readingOf(group, firsts));
  const state = readings[0]?.state ?? 'changed';
  return { block, state, readings, commands: worstCommands(readings) };
}

/** What one engine has shown of a block: its state and commands there. */
export function stateOn(
  { block, readings }: BlockState,
  run: EngineRun,
): Pick<BlockState, 'block' | 'state' | 'commands'> {
  const found = readings.find(({ engines }) => engines.includes(run));
  return { block, state: found?.state ?? 'changed', commands: found?.proof.commands ?? [] };
}

interface Seen {
  recording: Recording;
  run: EngineRun;
  found: BlockProof;
}

function byResult(seen: readonly Seen[]): Seen[][] {
  const groups: Seen[][] = [];
  for (const one of seen) {
    const alike = groups.find(([first]) => first !== undefined && sameResult(first, one));
    if (alike) alike.push(one);
    else groups.push([one]);
  }
  return groups;
}

function sameResult(here: Seen, there: Seen): boolean {
  const [own, other] = [here, there].map(({ found, recording }) => blockOutcome(found, recording.engine));
  return own === other && here.found.commands.every((_command, index) => sameAt(index, here, there));
}

function sameAt(index: number, here: Seen, there: Seen): boolean {
  const [own, other] = [recordedAt(index, here), recordedAt(index, there)];
  if (own === null || other === null) return own === other;
  return (
    commandOutcome(own.command, own.engine) === commandOutcome(other.command, other.engine) &&
    sameOutput(own, other)
  );
}

function recordedAt(index: number, { found, recording }: Seen): Recorded | null {
  const command = found.commands[index];
  return command ? { command, engine: recording.engine } : null;
}

function readingOf(same: readonly Seen[], firsts: readonly Seen[]): BlockReading[] {
  const [first] = same;
  if (!first) return [];
  const { found } = first;
  const others = firsts.filter((other) => other !== first);
  const differences = found.commands.flatMap((_command, index) => differenceAt(index, first, others));
  const oldest = oldestOf(same.map(({ run }) => run));
  const timed = same.find(({ run }) => run === oldest) ?? first;
  return [
    {
      state: found.verdict ?? 'unproven',
      engines: same.map(({ run }) => run),
      proof: found,
      ranMs: timed.found.commands.reduce((sum, { durationMs }) => sum + durationMs, 0),
      differences: new Map(differences),
    },
  ];
}

function differenceAt(index: number, here: Seen, others: readonly Seen[]): [CommandProof, number[]][] {
  const own = recordedAt(index, here);
  if (own === null || others.every((other) => sameAt(index, here, other))) return [];
  const theirs = others.flatMap((other) => recordedAt(index, other) ?? []);
  return [[own.command, ownLines(own, theirs)]];
}

function worstCommands(readings: readonly BlockReading[]): CommandProof[] {
  const most = Math.max(0, ...readings.map(({ proof }) => proof.commands.length));
  return Array.from({ length: most }, (_, index) =>
    readings.flatMap(({ proof }) => proof.commands[index] ?? []).toSorted((a, b) => rank(a) - rank(b)),
  ).flatMap(([worst]) => worst ?? []);
}

function rankOf(seen: Seen | undefined): number {
  return rank(seen?.found ?? { verdict: null });
}

function rank({ verdict }: Pick<BlockProof, 'verdict'>): number {
  return worstFirst.indexOf(verdict ?? 'unproven');
}

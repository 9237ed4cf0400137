import { groupBy } from '../lib/group-by.ts';
import { oldAfterDays } from '../lib/proof-age.ts';
import type { PlannedBlock } from '../model/plan.ts';
import type { BlockProof, Proof, Recording } from '../model/proof.ts';
import type { Cause, EngineInfo } from '../model/report.ts';
import type { ProofState, UnprovenBlock } from '../model/site-status.ts';
import { blockProofOf } from '../report/block-proof.ts';
import { daysBetween } from './dates.ts';
import { unprovenBlocks } from './unproven-blocks.ts';

export interface BlockState {
  block: PlannedBlock;
  state: ProofState;
  proof: BlockProof | null;
}

/** What is known about a post as it is written today, block by block. */
export interface PostProof extends ProofSummary {
  /** Blocks that are run, in the order of the page; none for diagrams and code that is only discussed. */
  blocks: BlockState[];
}

/** What is known about a post as a whole. */
export interface ProofSummary {
  /** Null when nothing was ever recorded. */
  record: {
    recordedAt: string;
    engine: EngineInfo;
    isOld: boolean;
    standIns: string[];
    /** How long all commands that were typed ran, one after the other. */
    ranMs: number;
  } | null;
  /** Commands by state. */
  counts: Record<ProofState, number>;
  commands: number;
  /** Causes of what is blocked, with the number of commands for each. */
  blockedBy: { whose: Cause['whose']; commands: number }[];
  /** Blocks that are not proven, in the order of the page. */
  unproven: UnprovenBlock[];
}

/** Whether a proof is shown as old on a day: all that a page says of the day on which it was made. */
export function isOld(recordedAt: string, now: Date): boolean {
  return daysBetween(recordedAt, now) > oldAfterDays;
}

/** Matches a post's blocks with what was recorded on the newest engine by the hash of their text. */
export function postProof(planned: readonly PlannedBlock[], recorded: Proof | null, now: Date): PostProof {
  const proof = recorded?.recordings[0] ?? null;
  const seen = new Map<string, number>();
  const blocks = planned
    .filter((block) => block.kind !== 'text')
    .map((block) => {
      const nth = seen.get(block.hash) ?? 0;
      seen.set(block.hash, nth + 1);
      return stateOf(block, proof, nth);
    });
  return {
    record: proof && {
      recordedAt: proof.recordedAt,
      engine: proof.engine,
      isOld: isOld(proof.recordedAt, now),
      ranMs: ranMs(proof),
      standIns: proof.images.filter((image) => image.standIn).map((image) => image.name),
    },
    blocks,
    counts: countStates(blocks),
    commands: blocks.reduce((sum, { block }) => sum + commandsOf(block), 0),
    blockedBy: causesOf(blocks),
    unproven: unprovenBlocks(blocks),
  };
}

/** The state of the `nth` block on the page that has this hash; null for a block that is not run. */
export function blockStateOf(proof: PostProof, hash: string, nth: number): BlockState | null {
  return proof.blocks.filter(({ block }) => block.hash === hash)[nth] ?? null;
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

/** The state that says most about a post. */
export function worstState({ counts, record }: Pick<ProofSummary, 'counts' | 'record'>): ProofState {
  if (record === null) return 'unproven';
  return worstFirst.find((state) => counts[state] > 0) ?? 'skipped';
}

function stateOf(block: PlannedBlock, proof: Recording | null, nth: number): BlockState {
  if (proof === null) return { block, state: 'unproven', proof: null };
  const found = blockProofOf(proof, block.hash, nth);
  if (found === null) return { block, state: 'changed', proof: null };
  return { block, state: found.verdict ?? 'unproven', proof: found };
}

function ranMs({ blocks }: Recording): number {
  return blocks.flatMap(({ commands }) => commands).reduce((sum, { durationMs }) => sum + durationMs, 0);
}

function countStates(blocks: readonly BlockState[]): Record<ProofState, number> {
  const counts: Record<ProofState, number> = {
    passed: 0,
    failed: 0,
    blocked: 0,
    skipped: 0,
    'not-run': 0,
    changed: 0,
    unproven: 0,
  };
  for (const { block, state, proof } of blocks) {
    const verdicts = proof?.commands.map(({ verdict }) => verdict ?? 'unproven') ?? [];
    if (verdicts.length === 0) counts[state] += commandsOf(block);
    for (const verdict of verdicts) counts[verdict] += 1;
  }
  return counts;
}

function causesOf(blocks: readonly BlockState[]): PostProof['blockedBy'] {
  const commands = blocks.flatMap(({ proof }) => proof?.commands ?? []);
  const blocked = commands.filter(({ verdict }) => verdict === 'blocked');
  const groups = groupBy(blocked, ({ cause }) => cause?.whose ?? 'machine');
  return [...groups].map(([whose, members]) => ({ whose, commands: members.length }));
}

function commandsOf(block: PlannedBlock): number {
  return 'commands' in block ? block.commands.length : 0;
}

import { groupBy } from '../../lib/group-by.ts';
import { oldAfterDays } from '../../lib/proof-age.ts';
import type { PlannedBlock } from '../../model/plan.ts';
import type { Proof, Recording } from '../../model/proof.ts';
import type { Cause } from '../../model/report.ts';
import type { BlockLink, ProofState, UnprovenBlock } from '../../model/site-status.ts';
import { daysBetween } from '../dates.ts';
import { differingBlocks, unprovenBlocks } from './block-links.ts';
import { type BlockState, blockState, stateOn, worstFirst } from './block-state.ts';
import type { EngineRun } from './engine-runs.ts';

/** What is known about a post as it is written today, block by block. */
export interface PostProof extends ProofSummary {
  /** Blocks that are run, in the order of the page; none for diagrams and code that is only discussed. */
  blocks: BlockState[];
}

/** What is known about a post as a whole. */
export interface ProofSummary {
  /**
   * The replays that count, the newest engine first; none when nothing was ever recorded. One of which no block stands in
   * the post any more counts only where that is so of all.
   */
  engines: EngineCounts[];
  /** Commands by their worst state on these engines. */
  counts: Record<ProofState, number>;
  commands: number;
  /** Causes of what is blocked, with the number of commands for each. */
  blockedBy: { whose: Cause['whose']; commands: number }[];
  /** Blocks that are not proven, in the order of the page. */
  unproven: UnprovenBlock[];
  /** Blocks that did not come to the same on all engines, in the order of the page. */
  differing: BlockLink[];
}

/** A replay and what came of it: commands by state; text that has changed since counts as `changed`. */
export interface EngineCounts extends EngineRun {
  counts: Record<ProofState, number>;
}

/** Whether a proof is shown as old on a day: all that a page says of the day on which it was made. */
export function isOld(recordedAt: string, now: Date): boolean {
  return daysBetween(recordedAt, now) > oldAfterDays;
}

/** Matches a post's blocks with what was recorded on each engine by the hash of their text. */
export function postProof(planned: readonly PlannedBlock[], proof: Proof | null, now: Date): PostProof {
  const runs = proof?.recordings.map((recording) => runOf(recording, now)) ?? [];
  const seen = new Map<string, number>();
  const blocks = planned
    .filter((block) => block.kind !== 'text')
    .map((block) => {
      const nth = seen.get(block.hash) ?? 0;
      seen.set(block.hash, nth + 1);
      return blockState(block, nth, { proof, runs });
    });
  const counting = new Set(blocks.flatMap(({ readings }) => readings.flatMap(({ engines }) => engines)));
  return {
    engines: runs
      .filter((run) => counting.size === 0 || counting.has(run))
      .map((run) => ({ ...run, counts: countStates(blocks.map((block) => stateOn(block, run))) })),
    blocks,
    counts: countStates(blocks),
    commands: blocks.reduce((sum, { block }) => sum + commandsOf(block), 0),
    blockedBy: causesOf(blocks),
    unproven: unprovenBlocks(blocks),
    differing: differingBlocks(blocks),
  };
}

/** The state of the `nth` block on the page that has this hash; null for a block that is not run. */
export function blockStateOf(proof: PostProof, hash: string, nth: number): BlockState | null {
  return proof.blocks.filter(({ block }) => block.hash === hash)[nth] ?? null;
}

/** The state that says most about a post. */
export function worstState({ counts, engines }: Pick<ProofSummary, 'counts' | 'engines'>): ProofState {
  if (engines.length === 0) return 'unproven';
  return worstFirst.find((state) => counts[state] > 0) ?? 'skipped';
}

function runOf({ recordedAt, engine, images, blocks }: Recording, now: Date): EngineRun {
  const commands = blocks.flatMap((block) => block.commands);
  return {
    version: engine.version,
    recordedAt,
    isOld: isOld(recordedAt, now),
    standIns: images.filter((image) => image.standIn).map((image) => image.name),
    ranMs: commands.reduce((sum, { durationMs }) => sum + durationMs, 0),
  };
}

function countStates(
  blocks: readonly Pick<BlockState, 'block' | 'state' | 'commands'>[],
): Record<ProofState, number> {
  const counts: Record<ProofState, number> = {
    passed: 0,
    failed: 0,
    blocked: 0,
    skipped: 0,
    'not-run': 0,
    changed: 0,
    unproven: 0,
  };
  for (const { block, state, commands } of blocks) {
    if (commands.length === 0) counts[state] += commandsOf(block);
    for (const { verdict } of commands) counts[verdict ?? 'unproven'] += 1;
  }
  return counts;
}

function causesOf(blocks: readonly BlockState[]): PostProof['blockedBy'] {
  const commands = blocks.flatMap((block) => block.commands);
  const blocked = commands.filter(({ verdict }) => verdict === 'blocked');
  const groups = groupBy(blocked, ({ cause }) => cause?.whose ?? 'machine');
  return [...groups].map(([whose, members]) => ({ whose, commands: members.length }));
}

function commandsOf(block: PlannedBlock): number {
  return 'commands' in block ? block.commands.length : 0;
}

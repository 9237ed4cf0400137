import type { Places } from '../../lib/places.ts';
import { MachineError, type MachineFactory } from '../../machine/machine.ts';
import type { Plan } from '../../model/plan.ts';
import type { CommandReport, PostReport } from '../../model/report.ts';
import { failedCommand, judgeReport } from '../../mutate/judge-mutant.ts';
import type { Outcome } from '../../mutate/outcome.ts';
import { runPost } from '../../run/run-post.ts';
import type { PathResult } from '../../run/walk.ts';
import { fillReport } from './fill-report.ts';

/** Where plans are replayed to see what breaking them does. */
export interface Stage {
  factory: MachineFactory;
  /** The machines that may run at once. */
  places: Places;
  /** The turn to start one. */
  starting: Places;
  today: string;
  signal: AbortSignal;
  /** How long to look again for what is not there yet, the same for whole and broken posts. */
  patienceMs: number;
}

/** Replays a plan to its end. Throws MachineError when no machine can be had. */
export function replayWhole(plan: Plan, stage: Stage): Promise<PostReport> {
  return replay(plan, stage, { signal: stage.signal, onProgress: () => {} });
}

/**
 * Replays a broken post until its first failure. Blocks whose hash is among `unproven` were not proven in the whole
 * post either, so they say nothing.
 */
export async function replayBroken(
  plan: Plan,
  unproven: ReadonlySet<string>,
  stage: Stage,
): Promise<Outcome> {
  const enough = new AbortController();
  let failed: CommandReport | null = null;
  const onProgress = ({ commands }: PathResult): void => {
    failed ??= failedCommand(commands.values());
    if (failed !== null) enough.abort();
  };
  try {
    const signal = AbortSignal.any([stage.signal, enough.signal]);
    return judgeReport(await replay(plan, stage, { signal, onProgress }), unproven);
  } catch (error) {
    const seen = failed as CommandReport | null;
    if (stage.signal.aborted) throw error;
    if (seen !== null)
      return { kind: 'killed', by: 'run', because: seen.cause?.message ?? 'a command failed' };
    if (!(error instanceof MachineError)) throw error;
    return { kind: 'undecided', because: error.message };
  }
}

async function replay(
  plan: Plan,
  { factory, places, starting, today, patienceMs }: Stage,
  options: { signal: AbortSignal; onProgress(soFar: PathResult): void },
): Promise<PostReport> {
  const run = await runPost(plan, factory, {
    ...options,
    today,
    patienceMs,
    takePlace: () => places.take(),
    takeTurn: () => starting.take(),
    onCommand: () => {},
    keep: () => false,
    onKept: () => {},
  });
  return fillReport(plan, run);
}

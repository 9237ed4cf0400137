import type { MachineFactory } from '../../machine/machine.ts';
import { OneComputer } from '../../machine/one-computer.ts';
import type { Plan } from '../../model/plan.ts';
import type { PostReport } from '../../model/report.ts';
import type { Series } from '../../model/site.ts';
import type { CommandContext } from '../context.ts';
import { type Replayed, type ReplayOptions, replayEach } from './verify-posts.ts';

/** Replays the posts of each series one after the other on one machine, as a reader types who goes through it. */
export async function verifyInOrder(
  plans: readonly Plan[],
  series: readonly Series[],
  factory: MachineFactory,
  options: Omit<ReplayOptions, 'jobs'>,
  context: CommandContext,
): Promise<Replayed<PostReport>> {
  const all: Replayed<PostReport> = { results: [], engine: null };
  for (const group of inReadingOrder(plans, series)) {
    await using computer = new OneComputer(factory);
    const replays = group.map((plan) => ({ plan, title: plan.path }));
    const take = (report: PostReport): PostReport => report;
    // With one job, each post begins when the one before it has ended.
    const { results, engine } = await replayEach(replays, computer, { ...options, jobs: 1, take }, context);
    all.results.push(...results);
    all.engine ??= engine;
  }
  return all;
}

/** The plans of each series in its order, and those of no series each for itself. */
export function inReadingOrder(plans: readonly Plan[], series: readonly Series[]): Plan[][] {
  const byPath = new Map(plans.map((plan) => [plan.path, plan]));
  const inSeries = series.map(({ posts }) => posts.flatMap(({ path }) => byPath.get(path) ?? []));
  const taken = new Set(inSeries.flat());
  const alone = plans.filter((plan) => !taken.has(plan)).map((plan) => [plan]);
  return [...inSeries.filter((group) => group.length > 0), ...alone];
}

import { groupBy } from '../../lib/group-by.ts';
import type { MachineFactory } from '../../machine/machine.ts';
import type { Plan } from '../../model/plan.ts';
import type { EngineInfo, PostReport, Repeats } from '../../model/report.ts';
import { worstVerdict } from '../../model/verdict.ts';
import { type Judged, judgedIn, verdictChanges } from '../../report/verdict-changes.ts';
import type { CommandContext } from '../context.ts';
import { type ReplayOptions, replayEach } from './verify-posts.ts';

/** What came of replaying posts several times. */
export interface RepeatedPosts {
  /** Of each post the replay that went worst, so that what a change looks like stands in the report. */
  posts: PostReport[];
  engine: EngineInfo | null;
  repeats: Repeats;
}

/** Replays each plan `times` times, always on fresh machines, and compares what the replays have judged. */
export async function verifyRepeatedly(
  plans: readonly Plan[],
  factory: MachineFactory,
  options: ReplayOptions & { times: number },
  context: CommandContext,
): Promise<RepeatedPosts> {
  const { times } = options;
  const rounds = Array.from({ length: times }, (_, round) =>
    plans.map((plan) => ({ plan, title: `${plan.path} (${round + 1} of ${times})` })),
  );
  const worst = new Map<Plan, PostReport>();
  const take = (report: PostReport, { plan }: { plan: Plan }): { plan: Plan; judged: Judged[] } => {
    const known = worst.get(plan);
    if (known === undefined || isWorse(report, known)) worst.set(plan, report);
    return { plan, judged: judgedIn(report) };
  };
  const { results, engine } = await replayEach(rounds.flat(), factory, { ...options, take }, context);
  const byPlan = groupBy(results, ({ plan }) => plan);
  const changes = plans.flatMap((plan) =>
    verdictChanges(
      plan.path,
      byPlan.get(plan)!.map(({ judged }) => judged),
    ),
  );
  return { posts: plans.map((plan) => worst.get(plan)!), engine, repeats: { times, changes } };
}

function isWorse(report: PostReport, than: PostReport): boolean {
  return report.verdict !== than.verdict && worstVerdict([report.verdict, than.verdict]) === report.verdict;
}

import type { CheckedSite } from '../../build/check-posts.ts';
import { connectMachines } from '../../machine/connect.ts';
import type { MachineEngine } from '../../machine/engines.ts';
import { MachineError, type MachineSource } from '../../machine/machine.ts';
import type { Plan } from '../../model/plan.ts';
import type { EngineInfo, PostReport, Repeats } from '../../model/report.ts';
import { codeHash } from '../code-hash.ts';
import type { CommandContext } from '../context.ts';
import { jobsFor } from '../jobs.ts';
import { blockedReport } from './fill-report.ts';
import { type VerifiedStore, verifiedStore } from './verified-store.ts';
import type { VerifyArguments } from './verify-arguments.ts';
import { verifyChanged } from './verify-changed.ts';
import { verifyInOrder } from './verify-in-order.ts';
import { replayEach } from './verify-posts.ts';
import { verifyRepeatedly } from './verify-repeats.ts';

/** What came of all posts; `repeats` only where they were replayed more than once. */
export interface VerifiedPosts {
  posts: PostReport[];
  engine: EngineInfo | null;
  repeats?: Repeats;
}

/** What `verify` was asked for, and the engine of the machines that is meant. */
type ReplaySettings = Omit<VerifyArguments, 'engine'> & { engine: MachineEngine };

/** Connects to the engine and replays the plans as the options say; all are blocked when there is no engine. */
export async function replayAll(
  plans: readonly Plan[],
  site: CheckedSite,
  options: ReplaySettings,
  context: CommandContext,
): Promise<VerifiedPosts> {
  try {
    const { env, home, signal } = context;
    await using source = await connectMachines({ env, home, signal, engine: options.engine });
    const verified = await replayWith(source, plans, site, options, context);
    await forgetWhatFailed(verified.posts, verifiedStore(context.cwd, options.engine.name));
    return verified;
  } catch (error) {
    if (context.signal.aborted) return { posts: [], engine: null };
    if (!(error instanceof MachineError)) throw error;
    const whose = error.whose === 'disk' ? 'machine' : error.whose;
    const cause = { whose, message: error.message, hint: error.hint, line: null } as const;
    return { posts: plans.map((plan) => blockedReport(plan, cause)), engine: null };
  }
}

async function replayWith(
  source: MachineSource,
  plans: readonly Plan[],
  site: CheckedSite,
  options: ReplaySettings,
  context: CommandContext,
): Promise<VerifiedPosts> {
  const how = { jobs: options.jobs ?? jobsFor(), keep: options.keep };
  if (options.inOrder) {
    const { results, engine } = await verifyInOrder(plans, site.series, source, how, context);
    return { posts: results, engine };
  }
  if (options.repeat !== null)
    return verifyRepeatedly(plans, source, { ...how, times: options.repeat }, context);
  if (options.changed) {
    const sources = new Map(site.posts.map(({ post, plan }) => [plan, post.source]));
    const memory = { code: codeHash(context.home), store: verifiedStore(context.cwd, options.engine.name) };
    const sourceOf = (plan: Plan): string => sources.get(plan)!;
    const { results, engine } = await verifyChanged(plans, source, { ...how, ...memory, sourceOf }, context);
    return { posts: results, engine };
  }
  const replays = plans.map((plan) => ({ plan, title: plan.path }));
  const take = (report: PostReport): PostReport => report;
  const { results, engine } = await replayEach(replays, source, { ...how, take }, context);
  return { posts: results, engine };
}

// However it was found out: what has failed since is not to be left out by the next `--changed`.
async function forgetWhatFailed(posts: readonly PostReport[], store: VerifiedStore): Promise<void> {
  for (const post of posts) if (post.verdict !== 'passed') await store.forget(post.path);
}

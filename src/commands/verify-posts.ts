import { makePlaces } from '../lib/places.ts';
import { MachineError, type MachineFactory } from '../machine/machine.ts';
import type { Plan } from '../model/plan.ts';
import type { Cause, EngineInfo, PostReport } from '../model/report.ts';
import { verdictWord } from '../report/message.ts';
import { type PostRun, runPost } from '../run/run-post.ts';
import type { CommandContext } from './context.ts';
import { blockedReport, fillReport } from './fill-report.ts';
import { LiveProgress } from './live-progress.ts';

export interface VerifiedPosts {
  posts: PostReport[];
  engine: EngineInfo | null;
}

/** Replays all plans, each on machines of its own, as many machines at once as `jobs` says. */
export async function verifyPlans(
  plans: readonly Plan[],
  factory: MachineFactory,
  options: { jobs: number; keep: boolean },
  context: CommandContext,
): Promise<VerifiedPosts> {
  using progress = new LiveProgress(context);
  const places = makePlaces(options.jobs);
  const starting = makePlaces(1);
  let engine: EngineInfo | null = null;
  const verifyOne = async (plan: Plan, index: number): Promise<PostReport> => {
    const show = (command: string | null): void =>
      progress.show({ post: plan.path, index: index + 1, total: plans.length, command });
    const report = await replay(plan, factory, {
      signal: context.signal,
      today: context.now().toISOString().slice(0, 10),
      async takePlace() {
        const giveBack = await places.take();
        show(null);
        return giveBack;
      },
      takeTurn: () => starting.take(),
      onCommand: (command) => show(command.source),
      keep: (result) =>
        options.keep && [...result.commands.values()].some((command) => command.verdict === 'failed'),
      onKept: (enterWith) =>
        progress.finish(plan.path, `the machine of ${plan.path} is left running: ${enterWith}`),
      onEngine: (found) => {
        engine = found;
      },
    });
    progress.finish(
      plan.path,
      `${plan.path}: ${verdictWord(report.verdict)} (${(report.durationMs / 1000).toFixed(1)} s)`,
    );
    return report;
  };
  const settled = await Promise.allSettled(plans.map(verifyOne));
  const broken = settled.find((one) => one.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
  return { posts: settled.map((one) => (one as PromiseFulfilledResult<PostReport>).value), engine };
}

type ReplayOptions = Parameters<typeof runPost>[2] & { onEngine(engine: EngineInfo): void };

async function replay(plan: Plan, factory: MachineFactory, options: ReplayOptions): Promise<PostReport> {
  if (plan.blocks.every((block) => block.kind === 'text')) return blockedReport(plan, nothingToRun);
  let run: PostRun;
  try {
    run = await runPost(plan, factory, options);
  } catch (error) {
    if (options.signal.aborted || !(error instanceof MachineError)) throw error;
    const whose = error.whose === 'disk' ? 'machine' : error.whose;
    return blockedReport(plan, { whose, message: error.message, hint: error.hint, line: null });
  }
  options.onEngine(run.engine);
  return fillReport(plan, run);
}

const nothingToRun: Cause = {
  whose: 'author',
  message: 'the post has no block to run',
  hint: null,
  line: null,
};

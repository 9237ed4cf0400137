import { allOrFirstError } from '../../lib/all-or-first-error.ts';
import { makePlaces } from '../../lib/places.ts';
import { MachineError, type MachineFactory } from '../../machine/machine.ts';
import type { Plan } from '../../model/plan.ts';
import type { Cause, EngineInfo, PostReport } from '../../model/report.ts';
import { verdictWord } from '../../report/message.ts';
import { type PostRun, runPost } from '../../run/run-post.ts';
import type { CommandContext } from '../context.ts';
import { blockedReport, fillReport } from './fill-report.ts';
import { LiveProgress } from './live-progress.ts';

/** One run of a plan; `title` names it in the progress. */
export interface Replay {
  plan: Plan;
  title: string;
}

/** How posts are replayed. */
export interface ReplayOptions {
  /** How many machines may run at once. */
  jobs: number;
  keep: boolean;
}

/** A result for each thing that was to be replayed, and the engine that all had. */
export interface Replayed<Result> {
  results: Result[];
  /** That of the machines; null when none was started. */
  engine: EngineInfo | null;
}

/**
 * Replays plans, each on machines of its own, as many machines at once as `jobs` says. `take` gets each report as soon
 * as it is there, so that what is kept of many replays may be small.
 */
export async function replayEach<Result>(
  replays: readonly Replay[],
  factory: MachineFactory,
  options: ReplayOptions & { take(report: PostReport, replay: Replay): Result },
  context: CommandContext,
): Promise<Replayed<Result>> {
  using progress = new LiveProgress(context);
  const places = makePlaces(options.jobs);
  const starting = makePlaces(1);
  let engine: EngineInfo | null = null;
  const replayOne = async (one: Replay, index: number): Promise<Result> => {
    const { plan, title } = one;
    const show = (command: string | null): void =>
      progress.show({ post: title, index: index + 1, total: replays.length, command });
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
      onKept: (enterWith) => progress.finish(title, `the machine of ${title} is left running: ${enterWith}`),
      onEngine: (found) => {
        engine = found;
      },
    });
    const seconds = (report.durationMs / 1000).toFixed(1);
    progress.finish(title, `${title}: ${verdictWord(report.verdict)} (${seconds} s)`);
    return options.take(report, one);
  };
  const results = await allOrFirstError(replays.map(replayOne));
  return { results, engine };
}

type PostOptions = Parameters<typeof runPost>[2] & { onEngine(engine: EngineInfo): void };

async function replay(plan: Plan, factory: MachineFactory, options: PostOptions): Promise<PostReport> {
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

import path from 'node:path';
import { checkPosts } from '../build/check-posts.ts';
import { makePlaces } from '../lib/places.ts';
import { type ConnectOptions, connectMachines } from '../machine/connect.ts';
import { findMachineEngine, type MachineEngine } from '../machine/engines.ts';
import { MachineError, type MachineFactory } from '../machine/machine.ts';
import {
  formatMutant,
  formatMutationSummary,
  type MutationSummary,
  shareKilled,
} from '../mutate/format-mutation.ts';
import { operators } from '../mutate/operators.ts';
import { formatFindings } from '../report/message.ts';
import { defaultPatienceMs } from '../run/run-post.ts';
import type { CommandContext, ExitCode } from './context.ts';
import { jobsFor } from './jobs.ts';
import { type BrokenPost, breakPost, chosen } from './mutate/broken-post.ts';
import { judgePost } from './mutate/judge-post.ts';
import { openStore } from './mutate/mutant-store.ts';
import type { MutateArguments } from './mutate/mutate-arguments.ts';
import type { Stage } from './verify/replay-plan.ts';

/** What a mutation test needs of the world besides its context. */
export interface MutationWorld {
  connect(options: ConnectOptions): Promise<MachineFactory & Partial<AsyncDisposable>>;
  /** How long to look again for what is not there yet. Less than `verify` takes would kill by slowness on a busy machine. */
  patienceMs: number;
}

const realWorld: MutationWorld = { connect: connectMachines, patienceMs: defaultPatienceMs };

/**
 * Breaks passing posts one small way at a time and says which share of the broken ones turns red: a test of the
 * verifier, and of what the posts promise. 0: as many as aimed at; 1: fewer, or a post fails as it is; 2: none was
 * chosen; 3: none could be decided.
 */
export async function runMutate(
  options: MutateArguments,
  context: CommandContext,
  world: MutationWorld = realWorld,
): Promise<ExitCode> {
  const unknown = options.operators?.find((name) => !(name in operators));
  if (unknown !== undefined) {
    context.stderr(`--operator ${unknown}: must be one of ${Object.keys(operators).join(', ')}\n`);
    return 2;
  }
  const engine = await findMachineEngine(context.home, options.engine);
  if (typeof engine === 'string') {
    context.stderr(`${engine}\n`);
    return 2;
  }
  const site = await checkPosts(options.paths, {
    cwd: context.cwd,
    drafts: true,
    cacheFolder: context.cacheFolder,
  });
  const errors = site.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    context.stderr(formatFindings(errors, { color: context.color }));
    return site.isUsageError ? 2 : 1;
  }
  const posts = await Promise.all(site.posts.map((checked) => breakPost(checked, context)));
  const problems = posts.flatMap(({ equivalents, equivalentsFile }) =>
    equivalents.problems.map((problem) => `${path.relative(context.cwd, equivalentsFile)}: ${problem}\n`),
  );
  if (problems.length > 0) {
    context.stderr(problems.join(''));
    return 2;
  }
  if (options.list) return listAll(posts, options, context);
  return await judgeAll(posts, options, { context, engine, ...world });
}

function listAll(posts: readonly BrokenPost[], options: MutateArguments, context: CommandContext): ExitCode {
  for (const { checked, mutants } of posts)
    for (const mutant of chosen(mutants, options))
      context.stdout(`${formatMutant(checked.post.path, mutant)}\n`);
  return 0;
}

async function judgeAll(
  posts: readonly BrokenPost[],
  options: MutateArguments,
  {
    context,
    engine,
    connect,
    patienceMs,
  }: MutationWorld & { context: CommandContext; engine: MachineEngine },
): Promise<ExitCode> {
  const summary: MutationSummary = { results: [], excluded: 0, equivalent: 0, unused: [], aim: options.aim };
  const jobs = options.jobs ?? jobsFor();
  await using store = await openStore(options.fresh, engine.name, context);
  const factory = await connect({ ...context, engine }).catch((error: unknown) => {
    if (!(error instanceof MachineError)) throw error;
    context.stderr(`${error.message}\n${error.hint}\n`);
    return null;
  });
  if (factory === null) return 3;
  try {
    const stage: Stage = {
      factory,
      places: makePlaces(jobs),
      starting: makePlaces(1),
      today: context.now().toISOString().slice(0, 10),
      signal: context.signal,
      patienceMs,
    };
    for (const post of posts)
      if (!(await judgePost(post, { options, context, stage, jobs, store, summary }))) return 1;
  } catch (error) {
    if (context.signal.aborted) return 130;
    throw error;
  } finally {
    await factory[Symbol.asyncDispose]?.();
  }
  context.stdout(formatMutationSummary(summary));
  if (summary.results.length === 0) {
    context.stderr('no mutant is left to be judged: see --list for those that there are\n');
    return 2;
  }
  const share = shareKilled(summary.results.map(({ result }) => result));
  if (share === null) return 3;
  return share >= options.aim ? 0 : 1;
}

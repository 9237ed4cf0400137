import path from 'node:path';
import { ChangeQueue, type Changes } from '../dev/change-queue.ts';
import { PortError } from '../dev/listen.ts';
import { watchedFor, watchFiles } from '../dev/watch-files.ts';
import { findMachineEngine } from '../machine/engines.ts';
import type { CommandContext, ExitCode } from './context.ts';
import { type BackgroundOptions, BackgroundVerify } from './dev/background-verify.ts';
import type { DevArguments } from './dev/dev-arguments.ts';
import { serve } from './dev/dev-serve.ts';
import { DevSite, type Rebuilt } from './dev/dev-site.ts';
import { DevTerminal } from './dev/dev-terminal.ts';
import { verifyOne } from './verify/verify-one.ts';

/**
 * Shows the site on this computer, from memory, and makes it anew after each change until it is interrupted (130).
 * 2: there is nothing to show, no such engine, or the port can't be had. `verify` is for tests.
 */
export async function runDev(
  options: DevArguments,
  context: CommandContext,
  { verify }: { verify: typeof verifyOne } = { verify: verifyOne },
): Promise<ExitCode> {
  const found = options.engine === null ? null : await findMachineEngine(context.home, options.engine);
  if (typeof found === 'string') {
    context.stderr(`${found}\n`);
    return 2;
  }
  try {
    return await dev(options, context, verify);
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    context.stderr(`${error.message}\n`);
    return 2;
  }
}

async function dev(
  options: DevArguments,
  context: CommandContext,
  verify: typeof verifyOne,
): Promise<ExitCode> {
  const { cwd, home, signal } = context;
  const terminal = new DevTerminal(context);
  const queue = new ChangeQueue();
  const site = new DevSite(options, context);
  await using serving = await serve(site, queue, { port: options.port, home });
  const watched = options.paths.flatMap((given) => watchedFor(path.resolve(cwd, given)));
  const onTrouble = (message: string): void => terminal.trouble(`${message}\n`);
  await using _watching = await watchFiles([...watched, path.join(home, 'site')], { queue, onTrouble });
  const first = await unlessAborted(site.rebuild(new Map()), signal);
  if (first === null) return 130;
  terminal.first(first, site, serving.port);
  if (first.outcome === 'wrong-paths') return 2;
  serving.begin();
  const onRecordings: BackgroundOptions['onRecordings'] = (recordings) => {
    site.prove(recordings);
    for (const post of recordings.keys()) queue.add(path.resolve(cwd, post), 'proven');
  };
  const verifyThere: BackgroundOptions['verify'] = (post, world) => verify(post, options.engine, world);
  await using background = new BackgroundVerify({ verify: verifyThere, onRecordings }, terminal.context);
  await follow(site, queue, signal, (rebuilt, changes) => {
    serving.tell();
    terminal.rebuilt(rebuilt, changes);
    if (options.verify) background.saved(...savedPosts(changes, site, cwd));
  });
  return 130;
}

/** Makes the site anew after changes, one time after the other, until `signal` is aborted. */
async function follow(
  site: DevSite,
  queue: ChangeQueue,
  signal: AbortSignal,
  tell: (rebuilt: Rebuilt, changes: Changes) => void,
): Promise<void> {
  let untold: Changes = new Map();
  for (let changes = await queue.next(signal); changes !== null; changes = await queue.next(signal)) {
    const rebuilt = await unlessAborted(site.rebuild(changes), signal);
    if (rebuilt === null) return;
    untold = new Map([...untold, ...changes]);
    // A file that is still being written; what comes next is worth telling.
    if (rebuilt.outcome === 'errors' && !queue.isEmpty) continue;
    tell(rebuilt, untold);
    untold = new Map();
  }
}

/** Of the files that were saved the posts that can be verified, and the others: broken, gone, or no posts. */
function savedPosts(changes: Changes, site: DevSite, cwd: string): [posts: string[], others: string[]] {
  const saved = [...changes].flatMap(([file, kind]) => (kind === 'proven' ? [] : [path.relative(cwd, file)]));
  const posts = new Set(site.posts);
  const isGood = (file: string): boolean => posts.has(file) && !site.broken.has(file);
  return [saved.filter(isGood), saved.filter((file) => !isGood(file))];
}

// A build that is not wanted any more has a second to end; a long one writes nothing but caches, each file at once.
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return null;
  let onAbort = (): void => {};
  const aborted = new Promise<null>((resolve) => {
    onAbort = () => setTimeout(() => resolve(null), 1000);
    signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

import { realpathSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { ChangeQueue, type Changes } from '../dev/change-queue.ts';
import { loadDevClient } from '../dev/dev-client.ts';
import { EventStream } from '../dev/event-stream.ts';
import { listenOnLoopback, PortError } from '../dev/listen.ts';
import { devServer } from '../dev/server.ts';
import { watchFiles } from '../dev/watch-files.ts';
import { BackgroundVerify } from './background-verify.ts';
import type { CommandContext, ExitCode } from './context.ts';
import type { DevArguments } from './dev-arguments.ts';
import { DevSite } from './dev-site.ts';
import { DevTerminal } from './dev-terminal.ts';
import { verifyOne } from './verify-one.ts';

/**
 * Shows the site on this computer, from memory, and makes it anew after each change until it is interrupted (130).
 * 2: there is nothing to show, or the port can't be had. `verify` is for tests.
 */
export async function runDev(
  options: DevArguments,
  context: CommandContext,
  { verify }: { verify: typeof verifyOne } = { verify: verifyOne },
): Promise<ExitCode> {
  const { cwd, home, signal } = context;
  const terminal = new DevTerminal(context);
  const queue = new ChangeQueue();
  const posts = options.paths.map((given) => path.resolve(cwd, given));
  await using _watching = await watchFiles(withRealPaths([...posts, path.join(home, 'site')]), {
    queue,
    onTrouble: (error) => terminal.trouble(`Not all files can be watched: ${error.message}\n`),
  });
  const site = new DevSite(options, context);
  const events = new EventStream();
  const first = site.rebuild(new Map());
  const onLost = (): void => {
    site.forget();
    queue.add(path.join(home, '.seaworthy'), 'there');
  };
  const client = await loadDevClient(home);
  const server = devServer({ ...site.shown(), ...client, ready: first, onLost }, events);
  await using _serving = closing(server, events);
  const port = await listenOnLoopback(server, options.port).catch(onlyPortError);
  if (port instanceof PortError) {
    terminal.trouble(`${port.message}\n`);
    return 2;
  }
  const built = await unlessAborted(first, signal);
  if (built === null) return 130;
  terminal.first(built, site, port);
  if (built.outcome === 'wrong-paths') return 2;
  await using background = new BackgroundVerify(
    {
      verify,
      onProofs(proofs) {
        site.prove(proofs);
        for (const post of proofs.keys()) queue.add(path.resolve(cwd, post), 'proven');
      },
    },
    terminal.context,
  );
  for (let changes = await queue.next(signal); changes !== null; changes = await queue.next(signal)) {
    const rebuilt = await unlessAborted(site.rebuild(changes), signal);
    if (rebuilt === null) break;
    // A file that is still being written; what comes next is worth telling.
    if (rebuilt.outcome === 'errors' && !queue.isEmpty) continue;
    events.tell();
    terminal.rebuilt(rebuilt, changes);
    if (options.verify) background.saved(...savedPosts(changes, site, cwd));
  }
  return 130;
}

/** Of the posts that were saved those that can be verified, and those with errors, or that are gone. */
function savedPosts(changes: Changes, site: DevSite, cwd: string): [good: string[], broken: string[]] {
  const saved = [...changes].flatMap(([file, kind]) => (kind === 'proven' ? [] : [path.relative(cwd, file)]));
  const isGood = (file: string): boolean => site.posts.includes(file) && !site.broken.has(file);
  return [saved.filter(isGood), saved.filter((file) => !isGood(file))];
}

// A build takes seconds at most and writes nothing but caches, each file at once.
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return null;
  let onAbort = (): void => {};
  const aborted = new Promise<null>((resolve) => {
    onAbort = () => resolve(null);
    signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function onlyPortError(error: unknown): PortError {
  if (error instanceof PortError) return error;
  throw error;
}

function closing(server: Server, events: EventStream): AsyncDisposable {
  return {
    async [Symbol.asyncDispose]() {
      events.close();
      if (!server.listening) return;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

// Where a folder is a link, both the link and what it leads to can change.
function withRealPaths(roots: readonly string[]): string[] {
  const real = roots.flatMap((root) => {
    try {
      return [root, realpathSync(root)];
    } catch {
      return [root];
    }
  });
  return [...new Set(real)];
}

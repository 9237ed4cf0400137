import { realpathSync } from 'node:fs';
import path from 'node:path';
import { ChangeQueue } from '../dev/change-queue.ts';
import { loadDevClient } from '../dev/dev-client.ts';
import { EventStream } from '../dev/event-stream.ts';
import { listenOnLoopback, PortError } from '../dev/listen.ts';
import { devServer } from '../dev/server.ts';
import { watchFiles } from '../dev/watch-files.ts';
import { formatDuration } from '../lib/duration.ts';
import type { CommandContext, ExitCode } from './context.ts';
import type { DevArguments } from './dev-arguments.ts';
import { DevSite } from './dev-site.ts';

/**
 * Shows the site on this computer, from memory, and makes it anew after each change until it is interrupted (130).
 * 2: the port can't be had.
 */
export async function runDev(options: DevArguments, context: CommandContext): Promise<ExitCode> {
  const { cwd, home, signal } = context;
  const queue = new ChangeQueue();
  const roots = options.paths.map((given) => path.resolve(cwd, given));
  await using _watching = await watchFiles(withRealPaths([...roots, path.join(home, 'site')]), {
    queue,
    onTrouble: (error) => context.stderr(`Not all files can be watched: ${error.message}\n`),
  });
  const site = new DevSite(options, context);
  const events = new EventStream();
  const server = devServer({ ...site.shown(), ...(await loadDevClient(home)) }, events);
  try {
    const port = await listenOnLoopback(server, options.port);
    const took = await site.rebuild(new Set());
    context.stdout(
      `\n${site.summary()} at http://127.0.0.1:${port}${site.basePath} (${formatDuration(took)}).\n`,
    );
    context.stdout('It follows what you save. Ctrl-C ends it.\n\n');
    events.tell();
    for (let changed = await queue.next(signal); changed !== null; changed = await queue.next(signal)) {
      await site.rebuild(changed);
      events.tell();
    }
    return 130;
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    context.stderr(`${error.message}\n`);
    return 2;
  } finally {
    events.close();
    server.close();
    server.closeAllConnections();
  }
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

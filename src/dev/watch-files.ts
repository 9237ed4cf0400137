import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { watch } from 'chokidar';
import type { ChangeQueue } from './change-queue.ts';
import { isWatched, watchBases } from './watched-paths.ts';

/**
 * Watches files and folders (absolute) and puts what happens to them into `queue`; resolves when every change is seen.
 * `onTrouble` is told once, as a sentence, when not all can be watched.
 */
export async function watchFiles(
  wanted: readonly string[],
  { queue, onTrouble }: { queue: ChangeQueue; onTrouble(message: string): void },
): Promise<AsyncDisposable> {
  const real = new Map(wanted.map((root) => [realPath(root), root]));
  const roots = [...new Set([...wanted, ...real.keys()])];
  const watcher = watch(watchBases(roots, existsSync), {
    ignored: (file) => !isWatched(file, roots),
    ignoreInitial: true,
    // Links may lead in circles; what they lead to is read all the same.
    followSymlinks: false,
    // The queue waits for what follows a removal, and only then.
    atomic: false,
  });
  watcher.on('all', (event, file) =>
    queue.add(asWanted(file, real), event.startsWith('unlink') ? 'gone' : 'there'),
  );
  let isTold = false;
  watcher.on('error', (error) => {
    if (!isTold) onTrouble(troubleOf(error as NodeJS.ErrnoException));
    isTold = true;
  });
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return { [Symbol.asyncDispose]: () => watcher.close() };
}

/** What to watch for a post or a folder of posts: it, what lies beside a post, and the settings of its site. */
export function watchedFor(given: string): string[] {
  const own = statSync(given, { throwIfNoEntry: false })?.isFile() ? path.dirname(given) : given;
  const above: string[] = [];
  for (let at = path.dirname(own); at !== path.dirname(at); at = path.dirname(at)) {
    const settings = path.join(at, 'site.yaml');
    if (existsSync(settings)) above.push(settings);
  }
  return [own, ...above];
}

// Where a folder is a link, what changes in it is told by the name that the author knows.
function asWanted(file: string, real: ReadonlyMap<string, string>): string {
  for (const [root, wanted] of real) {
    if (root !== wanted && (file === root || file.startsWith(root + path.sep)))
      return wanted + file.slice(root.length);
  }
  return file;
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function troubleOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOSPC' || code === 'EMFILE') {
    return 'Not all files can be watched: the system allows no more. On Linux, raise fs.inotify.max_user_watches and max_user_instances.';
  }
  return `Not all files can be watched: ${message}`;
}

import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { watch } from 'chokidar';
import type { ChangeKind, ChangeQueue } from './change-queue.ts';
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
  const add = (file: string, kind: ChangeKind): void => queue.add(asWanted(file, real), kind);
  watcher.on('all', (event, file) => add(file, event.startsWith('unlink') ? 'gone' : 'there'));
  // A second save within 50 ms, such as a formatter's, is told here only.
  watcher.on('raw', (_event, name, details) => {
    const file = rawFile(name, details as { watchedPath?: string });
    if (file !== null && isWatched(file, roots)) add(file, existsSync(file) ? 'there' : 'gone');
  });
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

// What is watched is a file, which is named again, or the folder around the one that is named.
function rawFile(name: string | null, { watchedPath }: { watchedPath?: string }): string | null {
  if (watchedPath === undefined || name === null) return null;
  return path.basename(watchedPath) === name ? watchedPath : path.join(watchedPath, name);
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

import { existsSync } from 'node:fs';
import { watch } from 'chokidar';
import type { ChangeQueue } from './change-queue.ts';
import { isWatched, type Roots, watchBases } from './watched-paths.ts';

/** Watches files and puts what happens to them into `queue`; resolves when every change is seen. */
export async function watchFiles(
  roots: Roots,
  { queue, onTrouble }: { queue: ChangeQueue; onTrouble(error: Error): void },
): Promise<AsyncDisposable> {
  const watcher = watch(watchBases(roots, existsSync), {
    ignored: (file) => !isWatched(file, roots),
    ignoreInitial: true,
    // Links may lead in circles; what they lead to is read all the same.
    followSymlinks: false,
    // The queue waits for what follows a removal, and only then.
    atomic: false,
  });
  watcher.on('all', (event, file) => queue.add(file, event.startsWith('unlink') ? 'gone' : 'there'));
  watcher.on('error', (error) => onTrouble(error as Error));
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return { [Symbol.asyncDispose]: () => watcher.close() };
}

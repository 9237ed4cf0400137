import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { removeQuietly } from './remove-quietly.ts';

const youngMs = 10 * 60 * 1000;

/**
 * Removes the files in a folder of the cache that were written first, whether they are still used or not, until what is
 * left has at most `maxBytes`. Young ones stay in any case: another build may be about to use them.
 */
export function sweepFolder(folder: string, maxBytes: number, now: number = Date.now()): void {
  const files = filesIn(folder).sort((a, b) => b.mtimeMs - a.mtimeMs);
  let bytes = 0;
  for (const { file, size, mtimeMs } of files) {
    bytes += size;
    if (bytes > maxBytes && now - mtimeMs > youngMs) removeQuietly(file);
  }
}

function filesIn(folder: string): { file: string; size: number; mtimeMs: number }[] {
  try {
    return readdirSync(folder).flatMap((name) => {
      const file = path.join(folder, name);
      const stats = statSync(file, { throwIfNoEntry: false });
      return stats?.isFile() ? [{ file, size: stats.size, mtimeMs: stats.mtimeMs }] : [];
    });
  } catch {
    return [];
  }
}

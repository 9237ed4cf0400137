import { readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { removeQuietly } from './remove-quietly.ts';

const youngMs = 10 * 60 * 1000;
const restMs = 60 * 60 * 1000;

/**
 * Removes the files in a folder of the cache that were written first, whether they are still used or not, until what is
 * left has at most `maxBytes`. Young ones stay in any case: another build may be about to use them. Looking at thousands of
 * files takes longer than making a page, so a folder that was swept within the last hour is left as it is.
 */
export function sweepFolder(folder: string, maxBytes: number, now: number = Date.now()): void {
  if (!isDue(folder, now)) return;
  const files = filesIn(folder).sort((a, b) => b.mtimeMs - a.mtimeMs);
  let bytes = 0;
  for (const { file, size, mtimeMs } of files) {
    bytes += size;
    if (bytes > maxBytes && now - mtimeMs > youngMs) removeQuietly(file);
  }
}

// A file beside the folder is as old as the last sweep. A clock that was set back must not put off the next one for long.
function isDue(folder: string, now: number): boolean {
  const mark = `${path.resolve(folder)}.swept`;
  const last = statSync(mark, { throwIfNoEntry: false })?.mtimeMs;
  if (last !== undefined && Math.abs(now - last) < restMs) return false;
  try {
    writeFileSync(mark, '');
  } catch {
    // Where nothing can be written there is nothing to sweep either.
    return false;
  }
  return true;
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

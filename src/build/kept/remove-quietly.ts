import { rmSync } from 'node:fs';

/** Removes a file of the cache. Nothing is said where that is not possible: it is swept away later. */
export function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // `force` helps only where there is no such file, not where it may not be removed.
  }
}

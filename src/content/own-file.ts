import { realpathSync, statSync } from 'node:fs';
import { isBelow } from '../lib/is-below.ts';

/**
 * Whether a regular file lies there that belongs to a folder: no pipe or device, and no symbolic link on its way that
 * leads out of the folder. False for every name that the disk does not take.
 */
export function isOwnFile(file: string, folder: string): boolean {
  try {
    return statSync(file).isFile() && isBelow(realpathSync(file), realpathSync(folder));
  } catch {
    return false;
  }
}

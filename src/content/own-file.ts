import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';

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

function isBelow(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}

import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { removeQuietly } from './remove-quietly.ts';

/**
 * Writes a file of the cache, and its folder, whole or not at all; two builds may write the same one at once. The cache only
 * saves time, so a full disk or a read-only checkout is no failure: then it gives false.
 */
export function putInCache(file: string, content: Uint8Array | string): boolean {
  const draft = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(draft, content);
    renameSync(draft, file);
    return true;
  } catch {
    removeQuietly(draft);
    return false;
  }
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * SHA-256 (hex) of all that decides what Seaworthy does: its source and the exact packages. By content, not by time as
 * the launcher does it, so that two checkouts of the same commit agree.
 */
export function codeHash(home: string): string {
  const source = path.join(home, 'src');
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of [...files, path.join(home, 'package-lock.json')].sort()) {
    hash.update(`\0${path.relative(home, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Seaworthy's own version, from the package.json in its home folder. */
export function toolVersion(home: string): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return version;
}

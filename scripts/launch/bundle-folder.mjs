import { createHash } from 'node:crypto';
import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the bundle of `home` as it stands, whether it is there or not. Other sources give another name. */
export function bundleFolder(home) {
  return join(home, '.seaworthy', `bundle-${fingerprint(home)}`);
}

/** The time of a bundle's folder is that of its last start: what nobody starts any more is removed. */
export function markAsUsed(folder) {
  try {
    utimesSync(folder, new Date(), new Date());
  } catch {
    // A checkout that can't be written to has nothing to tidy up either.
  }
}

// Times and sizes rather than contents, which would take longer than the rest of a start.
function fingerprint(home) {
  const hash = createHash('sha256');
  const files = [
    ...filesIn(join(home, 'src')),
    join(home, 'package-lock.json'),
    join(home, 'scripts/seaworthy.mjs'),
    ...filesIn(join(home, 'scripts/launch')),
  ];
  for (const file of files) {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats) hash.update(`${file}\0${stats.size}\0${stats.mtimeMs}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

function filesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

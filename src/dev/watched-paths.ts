import path from 'node:path';
import { isBelow } from '../lib/is-below.ts';

/** Folders or files to watch, absolute. */
export type Roots = readonly string[];

const ignoredNames = new Set(['node_modules', 'dist']);
// What editors write beside a file: Vim's swap files, backups and its probe 4913; those of Emacs, JetBrains and Kate.
const editorsOwn = /^4913$|~$|^#.*#$|\.(?:sw[a-z]|bak|tmp)$|^___jb_|\.kate-swp$/;

/**
 * Where to begin so that a root's removal and its coming back are seen too: the folder around each, or the nearest one
 * above it that `exists`.
 */
export function watchBases(roots: Roots, exists: (folder: string) => boolean): string[] {
  const bases = roots.map((root) => {
    let base = path.dirname(root);
    while (!exists(base) && base !== path.dirname(base)) base = path.dirname(base);
    return base;
  });
  return [...new Set(bases)].filter((base) => !bases.some((other) => other !== base && isBelow(base, other)));
}

/** Whether a path is a root, leads to one, or lies in one and is nobody's backup. */
export function isWatched(file: string, roots: Roots): boolean {
  return roots.some((root) => {
    if (file === root || isBelow(root, file)) return true;
    return isBelow(file, root) && path.relative(root, file).split(path.sep).every(isContent);
  });
}

function isContent(name: string): boolean {
  return !name.startsWith('.') && !ignoredNames.has(name) && !editorsOwn.test(name);
}

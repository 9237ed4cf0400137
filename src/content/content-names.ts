import path from 'node:path';

/** Whether the file is the page of its folder (`p1/index.md`). */
export function isBundle(file: string): boolean {
  return /^index\.(md|markdown)$/i.test(path.basename(file));
}

/** Whether the file introduces a series or the whole site. */
export function isSection(file: string): boolean {
  return path.basename(file) === '_index.md';
}

/** Whether a file name is that of a post. */
export function isPostName(name: string): boolean {
  return isContentName(name) && name !== '_index.md';
}

/** Whether a file name is that of a post or section: a README describes its folder, and is a post only when it is named itself. */
export function isContentName(name: string): boolean {
  return markdownName.test(name) && !name.startsWith('.') && !/^readme\.md$/i.test(name);
}

/** What the name of a Markdown file ends in. */
export const markdownName = /\.(md|markdown)$/i;

const ignoredFolders = new Set(['node_modules', 'dist']);

/** Whether a folder is left out, by its name. */
export function isIgnored(name: string): boolean {
  return name.startsWith('.') || ignoredFolders.has(name);
}

/** A path as messages show it: relative to `cwd`, with `/`. */
export function shownPath(file: string, cwd: string): string {
  return path.relative(cwd, file).split(path.sep).join('/') || '.';
}

import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';
import {
  isBundle,
  isContentName,
  isIgnored,
  isPostName,
  isSection,
  markdownName,
  shownPath,
} from './content-names.ts';
import { isOwnFile } from './own-file.ts';
import { emptyFolder, notOwn, unreadable } from './source-findings.ts';

/** A Markdown file (absolute) that has been found but not read, with the folder from which its page's address counts. */
export interface FoundSource {
  file: string;
  root: string;
}

/** The Markdown files that the given files and folders hold, sections (`_index.md`) too, sorted by path and each once. */
export async function findSources(
  paths: string[],
  { cwd }: { cwd: string },
): Promise<{ files: FoundSource[]; findings: Diagnostic[] }> {
  const found = new Map<string, string>();
  const findings: Diagnostic[] = [];
  for (const given of paths) findings.push(...(await findFiles(given, cwd, found)));
  const files = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return { files: files.map(([file, root]) => ({ file, root })), findings };
}

async function findFiles(given: string, cwd: string, found: Map<string, string>): Promise<Diagnostic[]> {
  const absolute = path.resolve(cwd, given);
  const shown = shownPath(absolute, cwd);
  const info = await stat(absolute).catch((error: NodeJS.ErrnoException) => error);
  if (info instanceof Error) return [unreadable(shown, info)];
  if (!info.isDirectory()) return findFile(absolute, shown, found);
  try {
    const folder = await contentRoot(absolute);
    const root = (await siteRoot(folder)) ?? folder;
    const files = await walk(folder);
    const isOwn = ({ file, isPlain }: WalkedFile): boolean => isPlain || isOwnFile(file, root);
    const own = files.filter(isOwn);
    for (const { file } of own) found.set(file, root);
    const others = files.filter((each) => !isOwn(each)).map(({ file }) => notOwn(shownPath(file, cwd)));
    return own.some(({ file }) => !isSection(file)) ? others : [...others, emptyFolder(shown)];
  } catch (error) {
    return [unreadable(shown, error as NodeJS.ErrnoException)];
  }
}

async function findFile(file: string, shown: string, found: Map<string, string>): Promise<Diagnostic[]> {
  if (!markdownName.test(file)) {
    const hint = 'Name a file that ends in .md or .markdown, or a folder that holds such files.';
    return [diagnostic('file-unreadable', pointAt(shown), 'This is not a Markdown file.', hint)];
  }
  found.set(file, await rootOf(file));
  return [];
}

// The folder in which posts lie when this one is given: its `posts/`, or the folder itself.
async function contentRoot(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const own = entries.some((entry) => entry.isFile() && isPostName(entry.name));
  const posts = entries.some((entry) => entry.isDirectory() && entry.name === 'posts');
  return posts && !own ? path.join(folder, 'posts') : folder;
}

// Without a site.yaml, a bundle (p1/index.md) is named after its folder.
async function rootOf(file: string): Promise<string> {
  const folder = path.dirname(file);
  return (await siteRoot(folder)) ?? (isBundle(file) ? path.dirname(folder) : folder);
}

/** The root of the site to which a folder belongs: where `site.yaml` lies, in it or above; null when nowhere. */
export async function siteRoot(folder: string): Promise<string | null> {
  for (let at = folder, last = ''; at !== last; last = at, at = path.dirname(at)) {
    const info = await stat(path.join(at, 'site.yaml')).catch(() => null);
    if (info?.isFile()) return at;
  }
  return null;
}

interface WalkedFile {
  file: string;
  /** Neither a symbolic link nor a pipe or device. */
  isPlain: boolean;
}

async function walk(folder: string): Promise<WalkedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory() && isContentName(entry.name))
    .map((entry) => ({ file: path.join(folder, entry.name), isPlain: entry.isFile() }));
  const folders = entries.filter((entry) => entry.isDirectory() && !isIgnored(entry.name));
  const below = await Promise.all(folders.map((entry) => walk(path.join(folder, entry.name))));
  return [...files, ...below.flat()];
}

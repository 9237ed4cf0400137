import { readFileSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';
import type { PostSource } from '../model/post.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { isOwnFile } from './own-file.ts';

/** A Markdown file with the folder from which its page's address counts (absolute). */
export interface ContentFile extends PostSource {
  root: string;
}

export interface LoadedSources {
  posts: ContentFile[];
  /** The `_index.md` files. */
  sections: ContentFile[];
  findings: Diagnostic[];
}

const maxBytes = 5 * 1024 * 1024;
const markdownName = /\.(md|markdown)$/i;
const ignoredFolders = new Set(['node_modules', 'dist']);

/**
 * The posts that the given files and folders hold, sorted by path and each once. Folders are read with all that is
 * below them, without hidden folders, `node_modules`, `dist`, `README.md` and `_index.md`.
 */
export async function loadPostSources(
  paths: string[],
  { cwd }: { cwd: string },
): Promise<{ posts: PostSource[]; findings: Diagnostic[] }> {
  const { posts, findings } = await loadSources(paths, { cwd });
  return { posts, findings };
}

/** As `loadPostSources`, with the section pages (`_index.md`) and the root of each file. */
export async function loadSources(paths: string[], { cwd }: { cwd: string }): Promise<LoadedSources> {
  const { files, findings } = await findSources(paths, { cwd });
  const read = files.map((found) => readSource(found, cwd));
  const loaded = read.filter((result) => 'source' in result);
  return {
    posts: loaded.filter((file) => !isSection(file.file)),
    sections: loaded.filter((file) => isSection(file.file)),
    findings: [...findings, ...read.filter((result) => 'code' in result)],
  };
}

/** A Markdown file (absolute) that has been found but not read, with the folder from which its page's address counts. */
export interface FoundSource {
  file: string;
  root: string;
}

/** The Markdown files that the given files and folders hold, as `loadPostSources` finds them, and sections. */
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

/** The other posts and sections of the sites (folders with a `site.yaml`) that the loaded ones belong to. */
export async function loadNeighbours(
  loaded: LoadedSources,
  { cwd }: { cwd: string },
): Promise<LoadedSources> {
  const files = [...loaded.posts, ...loaded.sections];
  const known = new Set(files.map(({ file }) => file));
  const roots = new Set<string>();
  for (const { root } of files) {
    if ((await siteRoot(root)) === root) roots.add(root);
  }
  const around = await loadSources([...roots], { cwd });
  const isNew = ({ file }: ContentFile): boolean => !known.has(file);
  return { posts: around.posts.filter(isNew), sections: around.sections.filter(isNew), findings: [] };
}

/** The folder in which posts lie when this one is given: its `posts/`, or the folder itself. */
async function contentRoot(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const own = entries.some((entry) => entry.isFile() && isPostName(entry.name));
  const posts = entries.some((entry) => entry.isDirectory() && entry.name === 'posts');
  return posts && !own ? path.join(folder, 'posts') : folder;
}

/** A path as messages show it: relative to `cwd`, with `/`. */
export function shownPath(file: string, cwd: string): string {
  return path.relative(cwd, file).split(path.sep).join('/') || '.';
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

// Without a site.yaml, a bundle (p1/index.md) is named after its folder.
async function rootOf(file: string): Promise<string> {
  const folder = path.dirname(file);
  return (await siteRoot(folder)) ?? (isBundle(file) ? path.dirname(folder) : folder);
}

// A site's root is where site.yaml lies.
async function siteRoot(folder: string): Promise<string | null> {
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

/** Reads a Markdown file, or says why it can't be read. `read` gives the bytes of a file. */
export function readSource(
  { file, root }: FoundSource,
  cwd: string,
  read: (file: string) => Uint8Array = readFileSync,
): ContentFile | Diagnostic {
  const shown = shownPath(file, cwd);
  try {
    const info = statSync(file);
    const { size } = info;
    if (!info.isFile()) return notOwn(shown);
    if (size > maxBytes) return tooLarge(shown, size);
    const decoded = decodeUtf8(read(file), shown);
    return 'code' in decoded ? decoded : { path: shown, file, root, source: decoded.text };
  } catch (error) {
    return unreadable(shown, error as NodeJS.ErrnoException);
  }
}

/** Whether the file is the page of its folder (`p1/index.md`). */
export function isBundle(file: string): boolean {
  return /^index\.(md|markdown)$/i.test(path.basename(file));
}

/** Whether the file introduces a series or the whole site. */
export function isSection(file: string): boolean {
  return path.basename(file) === '_index.md';
}

function isPostName(name: string): boolean {
  return isContentName(name) && name !== '_index.md';
}

// A README describes its folder; it is a post only when it is named itself.
function isContentName(name: string): boolean {
  return markdownName.test(name) && !name.startsWith('.') && !/^readme\.md$/i.test(name);
}

function isIgnored(name: string): boolean {
  return name.startsWith('.') || ignoredFolders.has(name);
}

function tooLarge(shown: string, size: number): Diagnostic {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  const message = `The file has ${megabytes} MB; a post may have 5 MB.`;
  return diagnostic(
    'file-too-large',
    pointAt(shown),
    message,
    'Split the post, or move data out of its text.',
  );
}

function emptyFolder(shown: string): Diagnostic {
  const hint = 'Put posts there, such as first-post.md or first-post/index.md, or name another folder.';
  return diagnostic('folder-empty', pointAt(shown), 'The folder holds no Markdown file.', hint);
}

function notOwn(shown: string): Diagnostic {
  const message = 'This is no file of the folder: it is a link that leads elsewhere, or no file at all.';
  return diagnostic(
    'file-unreadable',
    pointAt(shown),
    message,
    'Put a copy of the file there, or remove it.',
  );
}

function unreadable(shown: string, error: NodeJS.ErrnoException): Diagnostic {
  const reasons: Record<string, string> = {
    ENOENT: 'There is no such file or folder.',
    EACCES: 'It may not be read: permission denied.',
    EISDIR: 'This is a folder where a file was expected.',
    ELOOP: 'Symbolic links lead in a circle.',
  };
  const message = reasons[error.code ?? ''] ?? `It cannot be read: ${error.message}.`;
  return diagnostic('file-unreadable', pointAt(shown), message, 'Check the path and its permissions.');
}

import { copyFileSync, linkSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../lib/make-folder.ts';

/** The output folder can't be replaced; `message` says why, for the author. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** A file of the site: its address, a digest of its content, and its text or the file (absolute) that it is a copy of. */
export type FileToWrite = { path: string; digest: string } & ({ readonly text: string } | { copyOf: string });

/** A file as it was written: whoever touches it later changes one of the others. */
export interface WrittenFile {
  digest: string;
  ino: number;
  size: number;
  mtimeMs: number;
}

/** Files that were written, by their address. */
export type WrittenFiles = ReadonlyMap<string, WrittenFile>;

const marker = '.seaworthy-site';
const markerText = 'Made by Seaworthy; the next build replaces this folder.\n';

/**
 * Replaces a folder by the site: everything is written beside it first and then renamed, so the folder always holds a
 * whole site. What `before` (the result of an earlier call) knows to be there already is taken over without being written
 * anew, and a folder that is as it should be is left alone. Throws OutputError when the folder is not one that was made
 * here, or when the disk refuses.
 */
export async function writeSite(
  folder: string,
  given: readonly FileToWrite[],
  before: WrittenFiles = new Map(),
): Promise<WrittenFiles> {
  await checkOutputFolder(folder);
  // Where two pages have one address, which is an error of its own, the later one has it.
  const files = [...new Map(given.map((file) => [file.path, file])).values()];
  if (holdsJust(folder, files, before)) return before;
  const fresh = `${folder}.new-${process.pid}`;
  try {
    makeFolder(path.dirname(folder));
    await sweep(folder);
    const written = writeFiles(fresh, files, { old: folder, before });
    await swap(folder, fresh);
    return written;
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (!isFromDisk(error)) throw error;
    throw new OutputError(`The site could not be written: ${error.message}`, { cause: error });
  }
}

function isFromDisk(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

/** Throws OutputError when `folder` exists and is neither empty nor a site that was made here. */
export async function checkOutputFolder(folder: string): Promise<void> {
  const info = await stat(folder).catch(() => null);
  if (info === null) return;
  if (!info.isDirectory()) throw new OutputError(`${folder} is a file; the site needs a folder.`);
  const entries = await readdir(folder);
  if (entries.length === 0 || entries.includes(marker)) return;
  throw new OutputError(
    `${folder} holds files that are not a site made here; name an empty folder with --out.`,
  );
}

// Whether nothing has to be written, and nobody has put anything else there.
function holdsJust(folder: string, files: readonly FileToWrite[], before: WrittenFiles): boolean {
  const addresses = new Set(files.map((file) => file.path));
  if (addresses.size !== before.size || !files.every((file) => isThere(folder, file, before))) return false;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).length === addresses.size + 1;
}

function isThere(folder: string, file: FileToWrite, before: WrittenFiles): boolean {
  const known = before.get(file.path);
  if (known === undefined || known.digest !== file.digest) return false;
  const stats = statSync(path.join(folder, file.path), { throwIfNoEntry: false });
  return (
    stats?.isFile() === true &&
    stats.ino === known.ino &&
    stats.size === known.size &&
    stats.mtimeMs === known.mtimeMs
  );
}

function writeFiles(
  folder: string,
  files: readonly FileToWrite[],
  { old, before }: { old: string; before: WrittenFiles },
): WrittenFiles {
  const targets = files.map((file) => path.join(folder, file.path));
  const outside = files.find((_file, index) => !targets[index]?.startsWith(`${folder}${path.sep}`));
  if (outside) throw new OutputError(`The address ${outside.path} leads out of the site.`);
  for (const each of new Set([folder, ...targets.map((target) => path.dirname(target))])) {
    makeFolder(each);
  }
  const written = new Map<string, WrittenFile>();
  for (const [index, file] of files.entries()) {
    const target = targets[index] as string;
    if (!isThere(old, file, before) || !canLink(path.join(old, file.path), target)) writeOne(target, file);
    const { ino, size, mtimeMs } = statSync(target);
    written.set(file.path, { digest: file.digest, ino, size, mtimeMs });
  }
  writeFileSync(path.join(folder, marker), markerText);
  return written;
}

// The old folder is removed afterwards, so that each file has one name again. Some file systems know no links.
function canLink(old: string, target: string): boolean {
  try {
    linkSync(old, target);
    return true;
  } catch {
    return false;
  }
}

function writeOne(target: string, file: FileToWrite): void {
  if ('text' in file) writeFileSync(target, file.text);
  else copyFileSync(file.copyOf, target);
}

async function swap(folder: string, fresh: string): Promise<void> {
  const old = `${folder}.old-${process.pid}`;
  const exists = await stat(folder).catch(() => null);
  if (exists) await rename(folder, old);
  try {
    await rename(fresh, folder);
  } catch (error) {
    if (exists) await rename(old, folder);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

// What a killed build left: half a site is removed, a site that was being replaced comes back.
async function sweep(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  const name = path.basename(folder);
  for (const entry of await readdir(parent)) {
    const match = entry.startsWith(`${name}.`) ? /\.(new|old)-(\d+)$/.exec(entry) : null;
    if (!match || entry !== `${name}${match[0]}` || isAlive(Number(match[2]))) continue;
    const left = path.join(parent, entry);
    const isLost = match[1] === 'old' && (await stat(folder).catch(() => null)) === null;
    if (isLost) await rename(left, folder);
    else await rm(left, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

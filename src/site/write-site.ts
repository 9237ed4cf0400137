import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { OutputFile } from './render-site.ts';

/** The output folder can't be replaced; `message` says why, for the author. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

const marker = '.seaworthy-site';

/**
 * Replaces a folder by the site: everything is written beside it first and then renamed, so the folder always holds a
 * whole site. Throws OutputError when the folder is not one that was made here, or when the disk refuses.
 */
export async function writeSite(folder: string, files: readonly OutputFile[]): Promise<void> {
  await checkOutput(folder);
  await mkdir(path.dirname(folder), { recursive: true });
  await sweep(folder);
  const fresh = `${folder}.new-${process.pid}`;
  try {
    await writeFiles(fresh, files);
    await swap(folder, fresh);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new OutputError(`The site could not be written: ${reason}`, { cause: error });
  }
}

/** Throws OutputError when `folder` exists and is neither empty nor a site that was made here. */
export async function checkOutput(folder: string): Promise<void> {
  const info = await stat(folder).catch(() => null);
  if (info === null) return;
  if (!info.isDirectory()) throw new OutputError(`${folder} is a file; the site needs a folder.`);
  const entries = await readdir(folder);
  if (entries.length === 0 || entries.includes(marker)) return;
  throw new OutputError(
    `${folder} holds files that are not a site made here; name an empty folder with --out.`,
  );
}

async function writeFiles(folder: string, files: readonly OutputFile[]): Promise<void> {
  const folders = new Set(files.map((file) => path.dirname(path.join(folder, file.path))));
  for (const each of folders) await mkdir(each, { recursive: true });
  await Promise.all(files.map((file) => writeOne(path.join(folder, file.path), file)));
  await writeFile(path.join(folder, marker), 'Made by Seaworthy; the next build replaces this folder.\n');
}

async function writeOne(target: string, file: OutputFile): Promise<void> {
  if ('text' in file) await writeFile(target, file.text);
  else await copyFile(file.copyOf, target);
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

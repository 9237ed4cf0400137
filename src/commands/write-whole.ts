import { randomBytes } from 'node:crypto';
import { accessSync, constants, statSync } from 'node:fs';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isRunning } from '../lib/is-running.ts';

/** Writes a file so that a crash or a full disk leaves either the old one or the new one. */
export async function writeWhole(target: string, text: string): Promise<void> {
  const unfinished = `${target}.${process.pid}-${randomBytes(3).toString('hex')}.tmp`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Why a file can't be written there, known before the work is done; null when nothing speaks against it. */
export function problemWithTarget(target: string): string | null {
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === true) return 'is a folder; name a file';
  const folder = path.dirname(target);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    return `there is no folder ${folder}`;
  try {
    accessSync(folder, constants.W_OK);
    return null;
  } catch {
    return `the folder ${folder} can't be written to`;
  }
}

/** Removes what a run that was killed while it wrote this file has left beside it. */
export async function sweepUnfinished(target: string): Promise<void> {
  const folder = path.dirname(target);
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(`${path.basename(target)}.`)) continue;
    const pid = /\.(\d+)-[0-9a-f]{6}\.tmp$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(path.join(folder, name), { force: true });
  }
}

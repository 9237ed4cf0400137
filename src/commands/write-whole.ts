import { randomBytes } from 'node:crypto';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

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

/** Removes what a run that was killed while it wrote this file has left beside it. */
export async function sweepUnfinished(target: string): Promise<void> {
  const folder = path.dirname(target);
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(`${path.basename(target)}.`)) continue;
    const pid = /\.(\d+)-[0-9a-f]{6}\.tmp$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(path.join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

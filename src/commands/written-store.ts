import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../lib/sha256.ts';
import type { WrittenFile, WrittenFiles } from '../site/write-site.ts';
import { writeWhole } from './write-whole.ts';

/** What the last build wrote into an output folder (absolute); nothing where that is not known. */
export function loadWritten(out: string, cacheFolder: string | null): WrittenFiles {
  const file = fileOf(out, cacheFolder);
  try {
    return file === null
      ? new Map()
      : new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, WrittenFile][]);
  } catch {
    return new Map();
  }
}

/** Keeps it for the next build; without it that has to write every file anew, no more. */
export async function keepWritten(
  out: string,
  cacheFolder: string | null,
  written: WrittenFiles,
): Promise<void> {
  const file = fileOf(out, cacheFolder);
  if (file === null) return;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    await writeWhole(file, JSON.stringify([...written]));
  } catch {
    // A full disk or a read-only checkout keeps nothing.
  }
}

function fileOf(out: string, cacheFolder: string | null): string | null {
  return cacheFolder && path.join(cacheFolder, 'written', sha256(out));
}

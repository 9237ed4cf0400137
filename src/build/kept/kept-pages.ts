import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../../lib/sha256.ts';
import type { OutputFile } from '../../site/html-file.ts';
import { putInCache } from './put-in-cache.ts';
import { removeQuietly } from './remove-quietly.ts';

/** A file of the site as a build keeps it for the next one. */
export type KeptFile =
  /** Its text lies in `kept`, with this size in bytes and this time of its last change in ms. */
  | { path: string; digest: string; kept: string; size: number; mtimeMs: number }
  /** Its text is in memory, where nothing can be kept on the disk. */
  | { path: string; digest: string; text: string }
  /** It is a copy of this file (absolute). */
  | { path: string; copyOf: string };

/** A text that was kept is no longer there as it was: what is known of the site must be forgotten. */
export class KeptTextLost extends Error {
  override readonly name = 'KeptTextLost';
}

/** Keeps the texts among some files in a folder, each under its digest; in memory when there is no folder to write to. */
export function keepFiles(files: readonly OutputFile[], folder: string | null): KeptFile[] {
  return files.map((file) => ('text' in file ? keepText(file, folder) : file));
}

function keepText(file: { path: string; text: string }, folder: string | null): KeptFile {
  const digest = sha256(file.text);
  if (folder === null) return { ...file, digest };
  const kept = path.join(folder, digest);
  // Two files of a site may have the same text; written once more, the first would seem to have changed. Reading costs
  // less than writing.
  const isKept = holds(kept, digest) || putInCache(kept, file.text);
  const stats = isKept ? statSync(kept, { throwIfNoEntry: false }) : undefined;
  if (stats === undefined) return { ...file, digest };
  return { path: file.path, digest, kept, size: stats.size, mtimeMs: stats.mtimeMs };
}

function holds(kept: string, digest: string): boolean {
  try {
    return sha256(readFileSync(kept)) === digest;
  } catch {
    return false;
  }
}

/** Whether a file can still be had. */
export function isStillKept(file: KeptFile): boolean {
  if (!('kept' in file)) return true;
  const stats = statSync(file.kept, { throwIfNoEntry: false });
  return stats?.size === file.size && stats.mtimeMs === file.mtimeMs;
}

/** The text of a kept file. Throws KeptTextLost when it is not what was kept. */
export function readKeptText({ kept, digest }: { kept: string; digest: string }): string {
  let text: string;
  try {
    text = readFileSync(kept, 'utf8');
  } catch (cause) {
    throw new KeptTextLost(`${kept} is gone`, { cause });
  }
  if (sha256(text) === digest) return text;
  removeQuietly(kept);
  throw new KeptTextLost(`${kept} has changed`);
}

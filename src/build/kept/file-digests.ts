import { readFileSync, type Stats, statSync } from 'node:fs';
import { imageSizeOf } from '../../content/image-size.ts';
import { sha256 } from '../../lib/sha256.ts';

/** What is known of a file as long as its signature stays the same. */
export interface KnownFile {
  /** Place on the disk, size and times. */
  signature: string;
  /** When that was looked at, in ms. */
  at: number;
  /** SHA-256 (hex) of the content. */
  digest?: string;
  /** Pixels, where it is an image. */
  size?: { width: number; height: number } | null;
}

// Some file systems know the time to two seconds only: a file may be written twice within and look the same.
const doubtfulMs = 2500;

/** Digests of files: each is read only when its signature has changed, or is too young to be trusted. */
export class FileDigests {
  readonly #before: ReadonlyMap<string, KnownFile>;
  readonly #now = new Map<string, KnownFile>();

  constructor(before: ReadonlyMap<string, KnownFile>) {
    this.#before = before;
  }

  /** The files that were asked for, for the next build. */
  get known(): Map<string, KnownFile> {
    return this.#now;
  }

  /** The digest of a file's content; null when there is no such file, or it may not be read. */
  digestOf(file: string): string | null {
    const known = this.#look(file);
    if (known === null) return null;
    try {
      known.digest ??= sha256(readFileSync(file));
      return known.digest;
    } catch {
      return null;
    }
  }

  /** The bytes of a file, which are then known by their digest. Throws as `readFileSync` does. */
  read(file: string): Uint8Array {
    const known = this.#look(file);
    const bytes = readFileSync(file);
    if (known !== null) known.digest = sha256(bytes);
    return bytes;
  }

  isFile(file: string): boolean {
    return this.#look(file) !== null;
  }

  /** Pixels of an image; null when they can't be read. */
  sizeOf(file: string): { width: number; height: number } | null {
    const known = this.#look(file);
    if (known === null) return null;
    if (known.size === undefined) known.size = imageSizeOf(file);
    return known.size;
  }

  #look(file: string): KnownFile | null {
    const seen = this.#now.get(file);
    if (seen) return seen;
    const at = Date.now();
    const stats = statsOf(file);
    if (!stats?.isFile()) return null;
    const signature = signatureOf(stats);
    const before = this.#before.get(file);
    const isKnown = before?.signature === signature && stats.ctimeMs < before.at - doubtfulMs;
    const known = isKnown ? before : { signature, at };
    this.#now.set(file, known);
    return known;
  }
}

// Links can ask for names that no disk takes, such as one with a NUL.
function statsOf(file: string): Stats | null {
  try {
    return statSync(file, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

function signatureOf({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

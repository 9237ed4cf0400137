import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { putInCache } from './put-in-cache.ts';
import { sweepFolder } from './sweep-folder.ts';

/** Results that depend on nothing but a text and this version of the code, kept from run to run. */
export interface PostCache {
  /** What was kept under this text; null when there is nothing whole. */
  get(text: string): Promise<unknown>;
  /** Keeps a value (all that a structured clone can hold). A folder that can't be written to keeps nothing. */
  put(text: string, value: unknown): Promise<void>;
}

const digestBytes = 32;
const maxBytes = 256 * 1024 * 1024;

/** A cache that keeps nothing. */
export const noCache: PostCache = { get: async () => null, put: async () => {} };

/**
 * A cache in a folder that belongs to one version of the code. Each entry carries a digest of itself, so one that was
 * cut off or changed is as good as none; two runs at once don't disturb each other.
 */
export function postCache(cacheFolder: string): PostCache {
  const folder = path.join(cacheFolder, 'texts');
  const fileOf = (text: string): string =>
    path.join(folder, `${digest(text).toString('hex')}-${process.versions.v8}`);
  return {
    async get(text) {
      const bytes = read(fileOf(text));
      if (bytes === null) return null;
      const data = bytes.subarray(digestBytes);
      return bytes.subarray(0, digestBytes).equals(digest(data)) ? deserialize(data) : null;
    },
    async put(text, value) {
      const data = serialize(value);
      if (putInCache(fileOf(text), Buffer.concat([digest(data), data]))) sweepFolder(folder, maxBytes);
    },
  };
}

function read(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

function digest(data: string | Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}

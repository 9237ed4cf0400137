import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Results that depend on nothing but a text and this version of the code, kept from run to run. */
export interface PostCache {
  /** What was kept under this text; null when there is nothing whole. */
  get(text: string): Promise<unknown>;
  /** Keeps a value (all that a structured clone can hold). A folder that can't be written to keeps nothing. */
  put(text: string, value: unknown): Promise<void>;
}

const digestBytes = 32;
const maxEntries = 500;

/** A cache that keeps nothing. */
export const noCache: PostCache = { get: async () => null, put: async () => {} };

/**
 * A cache in a folder that belongs to one version of the code. Each entry carries a digest of itself, so one that was
 * cut off or changed is as good as none; two runs at once don't disturb each other.
 */
export function postCache(folder: string): PostCache {
  const fileOf = (text: string): string =>
    path.join(folder, `${digest(text).toString('hex')}-${process.versions.v8}`);
  return {
    async get(text) {
      const bytes = await readFile(fileOf(text)).catch(() => null);
      if (bytes === null) return null;
      const data = bytes.subarray(digestBytes);
      return bytes.subarray(0, digestBytes).equals(digest(data)) ? deserialize(data) : null;
    },
    async put(text, value) {
      const data = serialize(value);
      const unfinished = `${fileOf(text)}.${randomBytes(4).toString('hex')}.tmp`;
      try {
        await makeRoom(folder);
        await writeFile(unfinished, Buffer.concat([digest(data), data]));
        await rename(unfinished, fileOf(text));
      } catch {
        // The cache only saves time: a full disk or a read-only checkout does without.
        await rm(unfinished, { force: true }).catch(() => {});
      }
    },
  };
}

async function makeRoom(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > maxEntries) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

function digest(data: string | Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}

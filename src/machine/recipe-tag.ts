import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The image of the machines that belongs to the recipe in this copy of Seaworthy. */
export async function machineImage(home: string): Promise<string> {
  return `seaworthy/machine:${await hashOf(path.join(home, 'src/machine/image'))}`;
}

/** The image of the registry that belongs to the recipe in this copy of Seaworthy. */
export async function registryImage(home: string): Promise<string> {
  return `seaworthy/registry:${await hashOf(path.join(home, 'scripts/registry'))}`;
}

/** 12 hex digits that change with any file in the folder; `hash_of` in scripts/machine/say.sh computes the same. */
async function hashOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 12);
}

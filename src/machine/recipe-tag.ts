import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type MachineEngine, readEngines } from './engines.ts';

/** The image of the machines that belongs to the recipe in this copy of Seaworthy; the default engine's where none is given. */
export async function machineImage(home: string, engine?: MachineEngine): Promise<string> {
  const { name } = engine ?? (await readEngines(home))[0];
  return `seaworthy/machine:${name}-${await hashOf(home, ['src/machine/image', base])}`;
}

/** The image of the registry that belongs to the recipe in this copy of Seaworthy. */
export async function registryImage(home: string): Promise<string> {
  return `seaworthy/registry:${await hashOf(home, ['scripts/registry', base])}`;
}

/** What makes the Debian below both, where Docker Hub is out of reach. */
const base = 'scripts/machine/root-file-system.sh';

/** 12 hex digits that change with any file in these folders and files; `hash_of` in scripts/machine/say.sh computes the same. */
async function hashOf(home: string, recipes: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const recipe of recipes) {
    for (const file of await filesOf(path.join(home, recipe))) hash.update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 12);
}

async function filesOf(recipe: string): Promise<string[]> {
  if ((await stat(recipe)).isFile()) return [recipe];
  const entries = await readdir(recipe, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
}

import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type KeptResults, keep, keptKey, knownOutcome, parseKept } from '../mutate/kept-results.ts';
import type { CommandContext } from './context.ts';
import type { Memory } from './mutate-post.ts';
import { toolVersion } from './tool-version.ts';
import { writeWhole } from './write-whole.ts';

/** `.seaworthy/mutants.json`: what is known of mutants, and by which version of the code it was found out. */
export interface MutantStore {
  kept: KeptResults;
  code: string;
  save(): Promise<void>;
}

/** Reads what is kept; `fresh` begins with nothing. */
export async function openStore(fresh: boolean, context: CommandContext): Promise<MutantStore> {
  const folder = path.join(context.cwd, '.seaworthy');
  const file = path.join(folder, 'mutants.json');
  const text = fresh ? '' : await readFile(file, 'utf8').catch(() => '');
  const kept = parseKept(text);
  await mkdir(folder, { recursive: true });
  let saving = Promise.resolve();
  return {
    kept,
    code: codeOf(context),
    save() {
      saving = saving.then(() => writeWhole(file, `${JSON.stringify(kept, null, 1)}\n`));
      return saving;
    },
  };
}

// The cache of a version of the code lies in a folder named after it.
function codeOf({ cacheFolder, home }: CommandContext): string {
  return cacheFolder === null ? toolVersion(home) : path.basename(path.dirname(cacheFolder));
}

/** What the store knows of one post's mutants. */
export function memoryOf(postPath: string, source: string, { kept, code, save }: MutantStore): Memory {
  return {
    find: (mutant) => knownOutcome(kept, keptKey(source, mutant), code),
    put(result) {
      keep(kept, keptKey(source, result.mutant), result, { path: postPath, code });
      return save();
    },
  };
}

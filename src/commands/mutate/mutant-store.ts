import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type KeptPost, type KeptResults, keep, knownOutcome, parseKept } from '../../mutate/kept-results.ts';
import { codeHash } from '../code-hash.ts';
import type { CommandContext } from '../context.ts';
import { writeWhole } from '../write-whole.ts';
import type { Memory } from './mutate-post.ts';

/** `.seaworthy/mutants-ENGINE.json`: what this version of the code knows of mutants on an engine. Disposing of it writes what is new. */
export interface MutantStore extends AsyncDisposable {
  kept: KeptResults;
  /** Takes note that there is something new. It is written with the next ones, seconds later at most. */
  save(): Promise<void>;
}

// The whole file is written each time, and it grows with each mutant.
const betweenMs = 5_000;

/** Reads what is kept of an engine, by its name; `fresh` begins with nothing. */
export async function openStore(
  fresh: boolean,
  engine: string,
  context: CommandContext,
): Promise<MutantStore> {
  const folder = path.join(context.cwd, '.seaworthy');
  const file = path.join(folder, `mutants-${engine}.json`);
  const text = fresh ? '' : await readFile(file, 'utf8').catch(() => '');
  const kept = parseKept(text, codeHash(context.home));
  await mkdir(folder, { recursive: true });
  let saving = Promise.resolve();
  let savedAt = performance.now();
  let isNew = false;
  const write = (): Promise<void> => {
    if (!isNew) return saving;
    isNew = false;
    savedAt = performance.now();
    saving = saving.then(() => writeWhole(file, `${JSON.stringify(kept, null, 1)}\n`));
    return saving;
  };
  return {
    kept,
    async save() {
      isNew = true;
      if (performance.now() - savedAt >= betweenMs) await write();
    },
    [Symbol.asyncDispose]: write,
  };
}

/** What the store knows of one post's mutants. */
export function memoryOf(post: KeptPost, { save }: MutantStore): Memory {
  return {
    find: (mutant) => knownOutcome(post, mutant),
    put(result) {
      keep(post, result);
      return save();
    },
  };
}

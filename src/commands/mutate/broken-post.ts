import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CheckedPost } from '../../build/check-posts.ts';
import { isBundle } from '../../content/content-names.ts';
import { type Equivalents, parseEquivalents } from '../../mutate/equivalents.ts';
import { listMutants } from '../../mutate/list-mutants.ts';
import type { Mutant } from '../../mutate/mutant.ts';
import { sample } from '../../mutate/sample.ts';
import type { CommandContext } from '../context.ts';
import type { MutateArguments } from './mutate-arguments.ts';

/** A post with all the ways to break it, and with those of them that its author says break nothing. */
export interface BrokenPost {
  checked: CheckedPost;
  mutants: Mutant[];
  equivalents: Equivalents;
  equivalentsFile: string;
}

/** Finds the mutants of a post, and reads what its author says about them. */
export async function breakPost(checked: CheckedPost, context: CommandContext): Promise<BrokenPost> {
  const { file, source } = checked.post;
  const equivalentsFile = equivalentsFileOf(file);
  const text = await readFile(path.resolve(context.cwd, equivalentsFile), 'utf8').catch(() => '');
  return {
    checked,
    mutants: listMutants(source, checked.plan),
    equivalents: parseEquivalents(text),
    equivalentsFile,
  };
}

/** Where the equivalent mutants of a post are listed: beside it, as its proof. */
function equivalentsFileOf(file: string): string {
  const name = 'equivalent-mutants.tsv';
  const own = isBundle(file) ? name : `${path.basename(file).replace(/\.[^.]+$/, '')}.${name}`;
  return path.join(path.dirname(file), own);
}

/** The mutants that the options ask for. */
export function chosen(
  mutants: readonly Mutant[],
  { operators: names, line, sample: count, seed }: MutateArguments,
): Mutant[] {
  const asked = mutants.filter(
    (mutant) =>
      (names === null || names.includes(mutant.operator)) && (line === null || mutant.line === line),
  );
  return count === null ? asked : sample(asked, count, seed);
}

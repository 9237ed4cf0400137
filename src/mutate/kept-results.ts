import { createHash } from 'node:crypto';
import type { PostReport } from '../model/report.ts';
import { keyOf, type Mutant } from './mutant.ts';
import type { Outcome, Result } from './outcome.ts';

/** Outcomes by mutation, kept from run to run in `.seaworthy/mutants.json`. */
export interface KeptResults {
  version: 1;
  results: Record<string, KeptResult>;
  /** What runs of whole posts have shown, by `wholeKey`. */
  wholes: Record<string, KeptWhole>;
}

export interface KeptWhole {
  path: string;
  report: PostReport;
  /** Hashes of the blocks that were not proven, and of those that were left out. */
  unproven: string[];
  leftOut: string[];
}

export interface KeptResult {
  path: string;
  line: number;
  column: number;
  /** Heading, operator, before and after, with tabs between. */
  mutation: string;
  outcome: Outcome;
  /** What judged it: a survivor is tried again when the code has changed. */
  code: string;
}

/** Reads kept results; what is no such file counts as none. */
export function parseKept(text: string): KeptResults {
  try {
    const kept = JSON.parse(text) as Partial<KeptResults> | null;
    if (kept?.version === 1 && isRecord(kept.results) && isRecord(kept.wholes))
      return { version: 1, results: kept.results, wholes: kept.wholes };
  } catch {
    // A file that was cut off: the mutants are run again.
  }
  return { version: 1, results: {}, wholes: {} };
}

function isRecord<T>(value: Record<string, T> | undefined): value is Record<string, T> {
  return typeof value === 'object' && value !== null;
}

/** Under what the run of a whole post is kept: it counts for this text and this code only. */
export function wholeKey(source: string, code: string): string {
  return digest(`${code}\0${source}`);
}

/** Under what a mutation of a text is kept: another text, or another change of it, is another one. */
export function keptKey(source: string, mutant: Mutant): string {
  const { start, end, after, operator } = mutant;
  return digest(`${operator}\0${start}\0${end}\0${after}\0${source}`);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** The outcome that is known of a mutation: any by this code, and kills by an older one. Null: it must be run. */
export function knownOutcome(kept: KeptResults, key: string, code: string): Outcome | null {
  const found = kept.results[key];
  if (found === undefined) return null;
  return found.code === code || found.outcome.kind === 'killed' ? found.outcome : null;
}

/** Adds an outcome. */
export function keep(
  kept: KeptResults,
  key: string,
  { mutant, outcome }: Result,
  at: { path: string; code: string },
): void {
  const { line, column } = mutant;
  kept.results[key] = { path: at.path, line, column, mutation: keyOf(mutant), outcome, code: at.code };
}

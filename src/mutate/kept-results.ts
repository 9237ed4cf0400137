import { sha256 } from '../lib/sha256.ts';
import type { PostReport } from '../model/report.ts';
import { type Mutant, mutantKey } from './mutant.ts';
import type { Outcome, Result } from './outcome.ts';

/** What one version of the code has found out of posts as they stand now, kept in `.seaworthy/mutants-ENGINE.json`. */
export interface KeptResults {
  version: 2;
  /** Hash of that code. */
  code: string;
  /** By the path of the post. */
  posts: Record<string, KeptPost>;
}

/** What is known of a post's mutants, for the next time. */
export interface KeptPost {
  /** Hash of the post's text. */
  text: string;
  /** What the run of the whole post has shown; null while it is not known. */
  whole: KeptWhole | null;
  /** By `keptKey`. */
  results: Record<string, KeptResult>;
}

/** What the run of a post without any change has shown. */
export interface KeptWhole {
  report: PostReport;
  /** Hashes of the blocks that were not proven, and of those that were left out. */
  unproven: string[];
  leftOut: string[];
}

/** What became of one mutant. */
export interface KeptResult {
  line: number;
  column: number;
  /** Heading, operator, before and after, with tabs between. */
  mutation: string;
  outcome: Outcome;
}

/**
 * Reads what is kept. What another code has found out counts as nothing: a comparison that has become laxer would
 * show nowhere else. So does what is no such file.
 */
export function parseKept(text: string, code: string): KeptResults {
  try {
    const kept = JSON.parse(text) as Partial<KeptResults> | null;
    if (kept?.version === 2 && kept.code === code && isRecord(kept.posts))
      return { version: 2, code, posts: kept.posts };
  } catch {
    // A file that was cut off: the mutants are run again.
  }
  return { version: 2, code, posts: {} };
}

function isRecord<T>(value: Record<string, T> | undefined): value is Record<string, T> {
  return typeof value === 'object' && value !== null;
}

/** What is kept of a post with this text; what was kept of another text of it is forgotten. */
export function keptPost({ posts }: KeptResults, path: string, source: string): KeptPost {
  const text = sha256(source);
  const known = posts[path];
  if (known?.text === text) return known;
  const empty: KeptPost = { text, whole: null, results: {} };
  posts[path] = empty;
  return empty;
}

/** The outcome that is known of a mutation of the post's text; null: it must be run. */
export function knownOutcome({ results }: KeptPost, mutant: Mutant): Outcome | null {
  return results[keptKey(mutant)]?.outcome ?? null;
}

/** Adds an outcome. */
export function keep({ results }: KeptPost, { mutant, outcome }: Result): void {
  const { line, column } = mutant;
  results[keptKey(mutant)] = { line, column, mutation: mutantKey(mutant), outcome };
}

function keptKey({ operator, start, end, after }: Mutant): string {
  return sha256(`${operator}\0${start}\0${end}\0${after}`).slice(0, 32);
}

import type { Mutant } from './mutant.ts';

/** What became of a broken post. */
export type Outcome =
  /** It turned red. `by`: a look at its text, the outputs of the whole post's run, or a run of its own. */
  | { kind: 'killed'; by: 'check' | 'recording' | 'run'; because: string }
  /** It passed in spite of being wrong. */
  | { kind: 'survived' }
  /** It did not fail, but nothing is known either: something outside is missing (a registry that could say no). */
  | { kind: 'undecided'; because: string };

/** A mutant with what became of it. */
export interface Result {
  mutant: Mutant;
  outcome: Outcome;
}

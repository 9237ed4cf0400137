import type { PlannedExpectation } from '../../model/plan.ts';
import type { PageNames } from '../names/page-names.ts';
import type { ObjectListing } from '../outputs/lists-what.ts';
import { proseOf, type Sentence } from '../reading/sentences.ts';

/** What a promise is read against. */
export interface PromiseContext {
  names: PageNames;
  /** A command that the prose asks to type after the last one that is typed; null for none. */
  spoken: string | null;
  /** Whether the last command prints nothing but an id or a name (`docker run -d`). */
  printsNothing: boolean;
  /** What the last command lists; null when it is no list of Docker's. */
  lists: ObjectListing | null;
  /** Whether nothing stands between that command, with its output, and the sentence. */
  isRightBelow: boolean;
  /** Whether the prose around that command leads the reader to a page, a window, or another place than the terminal. */
  leadsElsewhere: boolean;
}

/** A promise that is listed with the reason why it can't be held. */
export function unchecked(
  sentence: Pick<Sentence, 'place' | 'text'>,
  because: string,
): PlannedExpectation & { kind: 'unchecked' } {
  return { kind: 'unchecked', source: sentence.place, sentence: sentence.text, because };
}

/** What says that something is not so. */
export const negations = /\b(?:not|no longer|nothing|no|never|without|gone|disappeared|cannot)\b|n['’]t\b/i;

/** What says that the words are not the ones that will be seen. */
export const vague =
  /\bsomething (?:like|similar)\b|\bsimilar\b|\blike (?:this|that|the)\b|\blooks? like\b|\bsuch as\b|\be\.g\.|\bfor (?:example|instance)\b|\b(?:might|may)\b/i;

/** What says that it holds for some readers only. */
export const conditional = /^\s*(?:if|unless|depending)\b/i;

/** Why the words of a sentence can't be held whatever they are; null when they can. */
export function commonProblem(sentence: Sentence, { spoken }: PromiseContext): string | null {
  const text = proseOf(sentence);
  if (negations.test(text)) return 'It says what is not to be seen.';
  if (vague.test(text)) return 'It only says what it is like.';
  if (conditional.test(text)) return 'It only holds under a condition.';
  return spoken === null ? null : `It follows \`${spoken}\`, which the prose asks for and no block holds.`;
}

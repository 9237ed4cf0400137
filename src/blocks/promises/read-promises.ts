import type { PlannedExpectation } from '../../model/plan.ts';
import type { Sentence } from '../reading/sentences.ts';
import { listedStatement } from './listed-statement.ts';
import { contrastedPromise, notSeenPromise } from './not-seen.ts';
import { goesOn, pagePromises, visitedUrls } from './pages.ts';
import { plainStatement } from './plain-statement.ts';
import type { PromiseContext } from './promise.ts';
import { seenPromise, statedPromise } from './seen.ts';

/** The expectations that one sentence (with the one after it) holds for the command before it. */
export function readPromises(
  sentence: Sentence,
  next: Sentence | null,
  context: PromiseContext,
): PlannedExpectation[] {
  return (
    pagePromises(sentence, next, context) ??
    plainStatement(sentence, context) ??
    listedStatement(sentence, context) ??
    notSeenPromise(sentence, context) ??
    contrastedPromise(sentence, context) ??
    seenPromise(sentence, context) ??
    statedPromise(sentence, context) ??
    []
  );
}

/** Whether a sentence's promise was read together with the one before it. */
export function isReadWithBefore(before: Sentence | null, sentence: Sentence): boolean {
  return before !== null && goesOn(before, sentence) && visitedUrls(before).length > 0;
}

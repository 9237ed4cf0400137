import type { PlannedExpectation } from '../../model/plan.ts';
import type { Sentence } from '../sentences.ts';
import { markedWords } from './marked-words.ts';
import { conditional, type PromiseContext, vague } from './promise.ts';

const reader = String.raw`(?:you|we)\s*(?:should|will|['’]ll|do|can)?`;
// “You should no longer see”, “you won't see”.
const seesNot = new RegExp(
  String.raw`^\W*(?:(?:now|then|this time|as expected),? )?(?:${reader}\s+(?:(?:now|then|also)\s+)?(?:not|no longer|never)\s+(?:see|find)|(?:you|we)\s+(?:should|wo|do|ca)n['’]?t\s+(?:see|find))\b`,
  'i',
);
// “You should see no containers”, “no containers are listed”, “the list is empty”; nothing else in the sentence.
const object = '(?:running |other |more )?(?:containers?|images?|volumes?|networks?)';
const empty = new RegExp(
  String.raw`^\W*(?:(?:now|then|this time|as expected),? )?(?:${reader}\s+(?:now\s+)?see no ${object}(?: (?:listed|running|left|at all|any ?more|there|(?:in|on) (?:the|your) (?:list|output|system)))*|no ${object} (?:is|are|should be) (?:now )?(?:listed|shown|running)|(?:the|this|that) (?:list|listing|table|output) (?:is|should be|will be) (?:now )?empty|(?:this|that|it|the command) (?:should |will )?(?:now )?(?:prints?|outputs?|displays?|returns?|shows?) nothing)\W*$`,
  'i',
);
// What follows says when, or what is seen instead.
const turns =
  /\b(?:but|yet|until|unless|only|instead|rather|except|because|since|if|when|before|without|while)\b/i;

/**
 * What a sentence says is not printed: words that are marked, or anything at all below the heading of a list. Null where it
 * says no such thing for sure.
 */
export function notSeenPromise(sentence: Sentence, context: PromiseContext): PlannedExpectation[] | null {
  const { text, place: source } = sentence;
  if (context.spoken !== null || vague.test(text) || conditional.test(text)) return null;
  if (empty.test(text)) {
    if (!context.isRightBelow) return null;
    return [{ kind: 'absent', source, sentence: text, words: [] }];
  }
  const match = seesNot.exec(text);
  if (match === null || turns.test(text)) return null;
  const marked = sentence.spans.filter(({ kind }) => kind === 'code' || kind === 'quote');
  const words = markedWords(sentence, match.index, context.names).filter((word) => word.length > 1);
  const isWhole = words.length > 0 && words.length === marked.length;
  return isWhole ? [{ kind: 'absent', source, sentence: text, words }] : null;
}

import type { PlannedExpectation } from '../../model/plan.ts';
import type { ObjectListing } from '../outputs/lists-what.ts';
import { partOf, proseOf, type Sentence } from '../reading/sentences.ts';
import { markedWords } from './marked-words.ts';
import { commonProblem, conditional, type PromiseContext, unchecked, vague } from './promise.ts';
import { promisesToSee, seenPromise } from './seen.ts';

const lead = String.raw`^\W*(?:(?:now|then|this time|as expected),? )?`;
const reader = String.raw`(?:you|we)\s*(?:should|will|['’]ll|do|can)?`;
// “You should no longer see”, “you won't see”.
const seesNot = new RegExp(
  String.raw`${lead}(?:${reader}\s+(?:(?:now|then|also)\s+)?(?:not|no longer|never)\s+(?:see|find)|(?:you|we)\s+(?:should|wo|do|ca)n['’]?t\s+(?:see|find))\b`,
  'i',
);
// “You should see no containers”, “no running containers are listed”; nothing else in the sentence.
const noObjects = new RegExp(
  String.raw`${lead}(?:${reader}\s+(?:now\s+)?see no (?:(?:running|other|more) )?(container|image|volume|network)s?(?: (?:listed|running|left|at all|any ?more|there|(?:in|on) (?:the|your) (?:list|output)))*|no (?:(?:running|other|more) )?(container|image|volume|network)s? (?:is|are|should be) (?:now )?(?:listed|shown|running))\W*$`,
  'i',
);
const emptyList = new RegExp(
  String.raw`${lead}(?:the|this|that) (?:list|listing|table) (?:is|should be|will be) (?:now )?empty\W*$`,
  'i',
);
const printsNothing = new RegExp(
  String.raw`${lead}(?:the output (?:is|should be|will be) (?:now )?empty|(?:this|that|it|the command) (?:should |will )?(?:now )?(?:prints?|outputs?|displays?|returns?) nothing)\W*$`,
  'i',
);
// Between the words of not seeing and what is not seen, and behind that: of another place or time nothing is known here.
const before =
  /^(?:\s+(?:the|a|an|any|your|this|that|our|container|image|volume|network|named|called))*\W*$/i;
const behind =
  /^\W*(?:(?:any ?more|any ?longer|again|now|here|there|listed|(?:in|from|on) (?:the|this|that|your|its) (?:\w+ )?(?:list|listing|output|table|results?))\W*)*$/i;

/**
 * What a sentence right below a command says is not printed: words that are marked, or anything at all below the heading
 * of a list. Null where it says no such thing for sure.
 */
export function notSeenPromise(sentence: Sentence, context: PromiseContext): PlannedExpectation[] | null {
  const { text, place: source } = sentence;
  if (!context.isRightBelow || context.spoken !== null || vague.test(text) || conditional.test(text))
    return null;
  const promise = (words: string[]): PlannedExpectation[] => [
    { kind: 'absent', source, sentence: text, words },
  ];
  if (saysEmpty(text, context.lists)) return promise([]);
  const match = seesNot.exec(text);
  const words = match && onlyWords(sentence, match.index + match[0].length, context);
  return words && promise(words);
}

// The marked words of a sentence, when there are no others from an index on than such as say where or when.
function onlyWords(sentence: Sentence, from: number, context: PromiseContext): string[] | null {
  const { text } = sentence;
  const marked = sentence.spans.filter(({ kind, at }) => (kind === 'code' || kind === 'quote') && at >= from);
  const [first, last] = [marked[0], marked.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (!before.test(text.slice(from, first.at)) || !behind.test(text.slice(last.at + last.text.length)))
    return null;
  const words = markedWords(sentence, from - 1, context.names).filter((word) => word.length > 1);
  return words.length === marked.length ? words : null;
}

const contrast =
  /,? (?:but|and) (?:no longer|not|no)\b(?! (?:until|before|yet|only|just|all|every|always|necessarily|more|less|that|if|when)\b)/i;

/**
 * “You should see `web`, but no `db`”: what is seen and what is not are held apart, as far as each is sure. Null for every
 * other sentence.
 */
export function contrastedPromise(sentence: Sentence, context: PromiseContext): PlannedExpectation[] | null {
  const own = proseOf(sentence);
  const match = contrast.exec(own);
  if (match === null) return null;
  const seen = partOf(sentence, 0, match.index);
  if (!promisesToSee(seen) || commonProblem(seen, context) !== null) return null;
  const promised = seenPromise(seen, context);
  if (promised === null) return null;
  const isSure = context.isRightBelow && !vague.test(own) && !conditional.test(own);
  const words = isSure ? onlyWords(sentence, match.index + match[0].length, context) : null;
  const { place: source, text } = sentence;
  const notSeen: PlannedExpectation =
    words === null
      ? unchecked(sentence, 'It says what is not to be seen.')
      : { kind: 'absent', source, sentence: text, words };
  return [...promised.map((one) => ('sentence' in one ? { ...one, sentence: text } : one)), notSeen];
}

function saysEmpty(text: string, lists: ObjectListing | null): boolean {
  if (printsNothing.test(text)) return true;
  if (lists === null) return false;
  if (emptyList.test(text)) return true;
  const match = noObjects.exec(text);
  if (match === null) return false;
  const sort = (match[1] ?? match[2])!.toLowerCase();
  // A list of all containers may well hold some that don't run.
  return sort === lists.sort && !(lists.all && /\brunning\b/i.test(text));
}

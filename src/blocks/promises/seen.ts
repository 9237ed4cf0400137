import type { PlannedExpectation } from '../../model/plan.ts';
import type { PageNames } from '../names/page-names.ts';
import { partOf, proseOf, type Sentence } from '../reading/sentences.ts';
import { listedStatus, markedWords, startOfExplanation } from './marked-words.ts';
import { commonProblem, type PromiseContext, unchecked } from './promise.ts';

/** Says that the reader will see something. */
export const sees =
  /(?<!\bas )\b(?:you\s*(?:should|will|['’]ll)|we\s+should)\s+(?:(?:now|also|then|again|still|be able to)\s+)*(?:see|get|notice|find|receive)\b(?!\s+(?:how|why|what|with|later|next|more|an? (?:error|prompt)\b))/i;
const returns =
  /\b(?:this|that|it|which|the (?:command|output|result)|curl)\s+(?:should|will)\s+(?:\w+\s+)?(?:return|print|output|display|show|contain|include|say|respond)\b/i;
const listed =
  /,? (?:should|will|must)\s+(?:(?:now|then|also|again|still)\s+)*be\s+(?:listed|shown|displayed|printed|in the (?:list|output|table))\b/i;
const seesNot =
  /\b(?:you|we)\s*(?:should|will|['’]ll)\s+(?:(?:now|then|also)\s+)?(?:not|no longer|never)\s+(?:see|get|find)\b|\b(?:you|we)\s+(?:should|wo)n['’]t\s+(?:see|get|find)\b/i;
const codeOrOutput = String.raw`(?:this|that|it|which|(?:the|this) (?:\w+ )?(?:command|output|result|response|file|log|logs|list|listing|table)|running \S.*|curl|docker(?: [\w-]+)+?)`;
// What the page states of what is printed, in words that promise nothing.
const states = new RegExp(
  String.raw`^\W*(?:(?:now|and|then|again|here|as expected),? )?${codeOrOutput} (?:(?:now|then|again|also|still|only|just) )*(?:shows?|prints?|displays?|outputs?|lists?|returns?|contains?|reports?|says?)\b|^\W*(?:the|its) (?:\w+ )?(?:output|result|response|answer|reply) (?:is|was|will be|reads)\b`,
  'i',
);
const ends =
  /\bexit(?:s|ed)?\s+(?:with|code|status)\b[^.]*\b\d+\b|\bexit (?:code|status)(?: (?:is|of|will be|should be))? \d+/i;
const measures =
  /\bis (?:about|around|roughly|only|just|nearly)?\s*\d[\d.,]*\s*(?:[kmg]i?b|bytes|megabytes|gigabytes)\b/i;

/** Whether a sentence says that the reader will see something. */
export function promisesToSee(sentence: Sentence): boolean {
  return sees.test(proseOf(sentence)) || returns.test(sentence.text);
}

/** Whether a sentence states what something prints. */
export function statesOutput({ text }: Sentence): boolean {
  return states.test(text) || ends.test(text);
}

/** The words that a sentence says will be printed, or why it can't be held; null when it says nothing of the kind. */
export function seenPromise(sentence: Sentence, context: PromiseContext): PlannedExpectation[] | null {
  const match = sees.exec(proseOf(sentence)) ?? returns.exec(sentence.text);
  if (match === null) return listedPromise(sentence, context);
  const words = wordsFrom(sentence, match.index, context.names);
  const problem = problemWith(sentence, words, context);
  if (problem === null) return [{ kind: 'words', source: sentence.place, sentence: sentence.text, words }];
  const marksSomething = sentence.spans.some((span) => span.kind !== 'link' && span.at > match.index);
  return /should/i.test(match[0]) || marksSomething ? [unchecked(sentence, problem)] : null;
}

// Where a sentence about what is listed may end: what it goes on with may be another place or time.
const endsThere =
  /^(?:,? (?:there|here|below|above|now|again|too|as well|in (?:the|this|its) (?:\w+ )?(?:list|listing|output|table|result)))*\W*$/i;
const otherTime = /\b(?:once|after|when|until|unless|if|only|later|before)\b/i;

// "The container, named web, should be listed": what the words right before that name.
function listedPromise(sentence: Sentence, context: PromiseContext): PlannedExpectation[] | null {
  const match = listed.exec(sentence.text);
  if (match === null) return null;
  const words = subjectsOf(sentence, match.index, context.names);
  if (words.length === 0) return null;
  const rest = sentence.text.slice(match.index + match[0].length);
  const isSure = endsThere.test(rest) && !otherTime.test(sentence.text);
  const problem = isSure
    ? problemWith(sentence, words, context)
    : 'It may be about something else than what is printed here.';
  return problem === null
    ? [{ kind: 'words', source: sentence.place, sentence: sentence.text, words }]
    : [unchecked(sentence, problem)];
}

function subjectsOf(sentence: Sentence, end: number, names: PageNames): string[] {
  const before = sentence.text.slice(0, end);
  const named = /\b(?:named|called) [`'"“]?([\w.-]+)[`'"”]?$/.exec(before)?.[1];
  const marked = markedWords(sentence, -1, names).filter((word) => {
    const rest = before.slice(before.lastIndexOf(word) + word.length);
    return before.includes(word) && /^[`'"”]?(?: [a-z]+){0,2}$/.test(rest);
  });
  return [...new Set([...(named === undefined ? [] : [named]), ...marked])];
}

/** What a sentence says is not seen, is seen only by some, or is stated as a fact: listed, as it can't be held. */
export function statedPromise(sentence: Sentence, context: PromiseContext): PlannedExpectation[] | null {
  const { text, spans } = sentence;
  if (seesNot.test(text)) return [unchecked(sentence, 'It says what is not to be seen.')];
  if (/^\s*if you (?:can )?(?:now )?see\b/i.test(text) && !/\berrors?\b|\bwarnings?\b/i.test(text))
    return [unchecked(sentence, 'It only says what it means if it is seen.')];
  const stated = states.exec(text);
  const from = stated === null ? 0 : stated.index + stated[0].length;
  const isValue =
    stated !== null &&
    (wordsFrom(sentence, from - 1, context.names).length > 0 ||
      /^ (?:nothing|no output|an empty)\b/i.test(text.slice(from)));
  if (!isValue && !ends.test(text) && !measures.test(text)) return null;
  if (spans.length === 0 && conditional(text)) return null;
  return [unchecked(sentence, 'It states what is so, in words that can’t be read for sure.')];
}

function conditional(text: string): boolean {
  return /^\s*(?:if|unless|when|depending)\b/i.test(text);
}

/** The words of a sentence in front of a command that say what that prints; empty when it says nothing for sure. */
export function announcedWords(sentence: Sentence, context: PromiseContext): string[] {
  const stated = states.exec(sentence.text);
  if (stated === null || commonProblem(sentence, context) !== null) return [];
  return wordsFrom(sentence, stated.index + stated[0].length - 1, context.names);
}

function wordsFrom(sentence: Sentence, from: number, names: PageNames): string[] {
  const words = [...markedWords(sentence, from, names), ...namedWords(sentence, { from, names })];
  return [...new Set(words)].sort((a, b) => sentence.text.indexOf(a) - sentence.text.indexOf(b));
}

// Why a promise can't be held against the output; null when it can.
function problemWith(sentence: Sentence, words: string[], context: PromiseContext): string | null {
  if (words.length === 0) return 'It names no words that could be looked for.';
  const from = sees.exec(proseOf(sentence))?.index ?? 0;
  const common = commonProblem(partOf(sentence, 0, startOfExplanation(sentence, from)), context);
  if (common !== null) return common;
  if (context.printsNothing && !words.some((word) => listedStatus.test(word)) && !isText(words, context))
    return 'The command before it prints no more than a name or an id.';
  if (/\b(?:browser|page|screen|dashboard|desktop)\b/i.test(sentence.text))
    return 'It is about something outside the terminal.';
  return null;
}

// "You should see `Welcome to nginx!`" right below `docker run -d`: a command that would print it is missing.
function isText(words: readonly string[], { isRightBelow, leadsElsewhere }: PromiseContext): boolean {
  return isRightBelow && !leadsElsewhere && words.some((word) => /\S\s+\S/.test(word));
}

// "your nginx container": a name that the page's commands use, said to be that of a Docker object.
function namedWords(sentence: Sentence, at: { from: number; names: PageNames }): string[] {
  const found: string[] = [];
  for (const match of sentence.text.matchAll(
    /([A-Za-z0-9][\w./:-]*)\s+(?:container|image|volume|network)\b/g,
  )) {
    const name = match[1]!;
    if (match.index > at.from && (at.names.created.has(name) || at.names.images.has(name))) found.push(name);
  }
  return found;
}

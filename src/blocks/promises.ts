import type { Place } from '../model/place.ts';
import type { PlannedExpectation } from '../model/plan.ts';
import { beginsLikeCommand } from '../shell/reads-as-shell.ts';
import type { PageNames } from './page-names.ts';
import type { Sentence, Span } from './sentences.ts';

/** What a promise is read against. */
export interface PromiseContext {
  names: PageNames;
  /** A command that the prose asks to type after the last one that is typed; null for none. */
  spoken: string | null;
  /** Whether the last command prints nothing but an id or a name (`docker run -d`). */
  printsNothing: boolean;
}

const sees =
  /(?<!\bas )\b(?:you\s*(?:should|will|['’]ll)|we\s+should)\s+(?:(?:now|also|then|again|still|be able to)\s+)*(?:see|get|notice|find|receive)\b(?!\s+(?:how|why|what|with|later|next|more|an? (?:error|prompt)\b))/i;
const returns =
  /\b(?:this|that|it|which|the (?:command|output|result)|curl)\s+(?:should|will)\s+(?:\w+\s+)?(?:return|print|output|display|show|contain|include|say|respond)\b/i;
const negations = /\b(?:not|no longer|nothing|no|never|without|gone|disappeared)\b|n['’]t\b/i;
const vague =
  /\bsomething (?:like|similar)\b|\bsimilar\b|\blike (?:this|that|the)\b|\blooks? like\b|\bsuch as\b|\be\.g\.|\bfor (?:example|instance)\b|\b(?:might|may)\b/i;
// What only a listing shows: promised where none is typed, it is not to be seen.
const listedStatus = /^(?:Up\b|Exited\b|Created$|Restarting\b|\(?Paused\)?$)/;
const visits =
  /\b(?:open(?:ing)?|visit(?:ing)?|navigat(?:e|ing)|brows(?:e|ing)|go(?:ing)? to|head (?:over )?to|point(?:ing)?|access(?:ing)?|(?:re)?load|refresh|try|hit)\b|\b(?:available|running|accessible|reachable|served|live|up) (?:at|on|via|under)\b|\bsee\b.*\bat\b/i;
const address =
  /\bhttps?:\/\/[^\s`"'<>)\]]+|\b(?:localhost|127\.0\.0\.1|0\.0\.0\.0):\d+(?:\/[^\s`"'<>)\]]*)?/gi;
const local = /^https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?(?:\/|$|\?|#)/i;
const genericWords = new Set(
  'the a an your default following web browser home main landing new same simple basic little nice its of for own app application server site website running welcome-page'.split(
    ' ',
  ),
);

/** The expectations that one sentence (with the one after it) holds for the command before it. */
export function readPromises(
  sentence: Sentence,
  next: Sentence | null,
  context: PromiseContext,
): PlannedExpectation[] {
  return (
    httpPromises(sentence, next, context) ??
    seenPromise(sentence, context) ??
    conditionPromise(sentence) ??
    []
  );
}

/** Whether a sentence's promise was read together with the one before it. */
export function isReadWithBefore(before: Sentence | null, sentence: Sentence): boolean {
  return (
    before !== null &&
    before.paragraph === sentence.paragraph &&
    sees.test(sentence.text) &&
    visitedUrls(before).length > 0
  );
}

/** Whether a sentence says that the reader will see something. */
export function promisesToSee(sentence: Sentence): boolean {
  return sees.test(sentence.text) || returns.test(sentence.text);
}

function httpPromises(
  sentence: Sentence,
  next: Sentence | null,
  context: PromiseContext,
): PlannedExpectation[] | null {
  const urls = visitedUrls(sentence);
  if (urls.length === 0) return null;
  const seen = sees.test(sentence.text)
    ? sentence
    : next !== null && next.paragraph === sentence.paragraph && sees.test(next.text)
      ? next
      : null;
  const whole = seen === null || seen === sentence ? sentence : joined(sentence, seen);
  const locals = urls.filter((url) => local.test(url));
  if (locals.length === 0) {
    return seen === null ? null : [unchecked(whole, `${urls[0]} is not on the reader's own machine.`)];
  }
  if (context.spoken !== null)
    return [
      unchecked(whole, `It follows \`${context.spoken}\`, which the prose asks for and no block holds.`),
    ];
  if (/^\s*(?:if|unless)\b/i.test(sentence.text))
    return [unchecked(whole, 'It only holds under a condition.')];
  const words = seen === null ? [] : pageWords(seen, context.names);
  return locals.map((url) => ({ kind: 'http', source: whole.place, sentence: whole.text, url, words }));
}

function visitedUrls(sentence: Sentence): string[] {
  if (!visits.test(sentence.text)) return [];
  const shown = [...sentence.text.matchAll(address)].map((match) => match[0]);
  const linked = sentence.spans
    .filter((span) => span.kind === 'link' && /^https?:/.test(span.url ?? ''))
    .map((span) => span.url!);
  const all = [...shown, ...linked]
    .map((url) => (/^https?:/i.test(url) ? url : `http://${url}`))
    .map((url) => url.replace(/[.,;:!?…]+$/, ''));
  return [...new Set(all)].filter((url) => !/[<>{}$]|:[A-Z_]+/.test(url));
}

function joined(first: Sentence, second: Sentence): Sentence {
  const place: Place = { ...first.place, endLine: second.place.endLine, endColumn: second.place.endColumn };
  return { ...first, text: `${first.text} ${second.text}`, place };
}

// What a browser shows: marked words, else the proper names of "the … page".
function pageWords(sentence: Sentence, names: PageNames): string[] {
  if (negations.test(sentence.text) || vague.test(sentence.text)) return [];
  const from = sees.exec(sentence.text)?.index ?? 0;
  const marked = markedWords(sentence, from).filter((word) => !/^https?:|localhost/.test(word));
  if (marked.length > 0) return marked;
  const phrase = /\b(?:the|a|an|your)\s+((?:[\w.'’-]+\s+){1,5}?)(?:page|screen|homepage)\b/i.exec(
    sentence.text.slice(from),
  )?.[1];
  const words =
    phrase
      ?.trim()
      .split(/\s+/)
      .filter((word) => !genericWords.has(word.toLowerCase())) ?? [];
  const isNamed = words.some(
    (word) => /^[A-Z]/.test(word) || names.images.has(word) || names.created.has(word),
  );
  return isNamed ? words : [];
}

function seenPromise(sentence: Sentence, context: PromiseContext): PlannedExpectation[] | null {
  const match = sees.exec(sentence.text) ?? returns.exec(sentence.text);
  if (match === null) return null;
  const words = [
    ...markedWords(sentence, match.index),
    ...namedWords(sentence, { from: match.index, names: context.names }),
  ];
  const ordered = [...new Set(words)].sort((a, b) => sentence.text.indexOf(a) - sentence.text.indexOf(b));
  const problem = problemWith(sentence, ordered, context);
  if (problem === null)
    return [{ kind: 'words', source: sentence.place, sentence: sentence.text, words: ordered }];
  return /should/i.test(match[0]) ? [unchecked(sentence, problem)] : null;
}

// Why a promise can't be held against the output; null when it can.
function problemWith({ text }: Sentence, words: string[], context: PromiseContext): string | null {
  if (words.length === 0) return 'It names no words that could be looked for.';
  if (negations.test(text)) return 'It says what is not to be seen.';
  if (vague.test(text)) return 'It only says what it is like.';
  if (/^\s*(?:if|unless|depending)\b/i.test(text)) return 'It only holds under a condition.';
  if (context.spoken !== null)
    return `It follows \`${context.spoken}\`, which the prose asks for and no block holds.`;
  if (context.printsNothing && !words.some((word) => listedStatus.test(word)))
    return 'The command before it prints no more than a name or an id.';
  if (/\b(?:browser|page|screen|dashboard|desktop)\b/i.test(text))
    return 'It is about something outside the terminal.';
  return null;
}

function markedWords(sentence: Sentence, from: number): string[] {
  return sentence.spans.filter((span) => span.at > from && isWord(span)).map((span) => span.text.trim());
}

function isWord(span: Span): boolean {
  if (span.kind === 'link' || span.text.trim() === '' || /^https?:|[<>]/.test(span.text)) return false;
  return span.kind !== 'code' || !(/\s/.test(span.text) && beginsLikeCommand(span.text));
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

function conditionPromise(sentence: Sentence): PlannedExpectation[] | null {
  if (
    !/^\s*if you (?:can )?(?:now )?see\b/i.test(sentence.text) ||
    /\berrors?\b|\bwarnings?\b/i.test(sentence.text)
  )
    return null;
  return [unchecked(sentence, 'It only says what it means if it is seen.')];
}

function unchecked(sentence: Sentence, because: string): PlannedExpectation {
  return { kind: 'unchecked', source: sentence.place, sentence: sentence.text, because };
}

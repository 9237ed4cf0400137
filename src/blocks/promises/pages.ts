import type { Place } from '../../model/place.ts';
import type { PlannedExpectation } from '../../model/plan.ts';
import type { PageNames } from '../names/page-names.ts';
import type { Sentence } from '../reading/sentences.ts';
import { markedWords } from './marked-words.ts';
import { conditional, negations, type PromiseContext, unchecked, vague } from './promise.ts';
import { sees } from './seen.ts';

const opens =
  /\b(?:open(?:ing)?|visit(?:ing)?|navigat(?:e|ing)|brows(?:e|ing|er)|go(?:ing)? to|head (?:over )?to|point(?:ing)?|(?:re)?load|refresh)\b/i;
const visits = new RegExp(
  String.raw`${opens.source}|\b(?:access(?:ing)?|try|hit)\b|\b(?:available|running|accessible|reachable|served|live|up) (?:at|on|via|under)\b|\b(?:see|view(?:ing)?)\b.*\bat\b`,
  'i',
);
const address =
  /\bhttps?:\/\/[^\s`"'<>)\]]+|(?<![\w/:@.-])(?:localhost|127\.0\.0\.1|0\.0\.0\.0):\d+(?:\/[^\s`"'<>)\]]*)?/gi;
const local = /^https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?(?:\/|$|\?|#)/i;
// Ports that by custom serve no pages: SSH, mail, names, databases, caches, queues.
const otherPorts = new Set(
  [21, 22, 23, 25, 53, 110, 143, 389, 465, 587, 636, 993, 995, 1433, 1521, 1883, 2181, 3306, 3389, 5432, 5433]
    .concat([5672, 5900, 6379, 6380, 6432, 9042, 9092, 11211, 26379, 27017, 33060])
    .map(String),
);
const genericWords = new Set(
  'the a an your default following web browser home main landing new same simple basic little nice its of for own app application server site website running welcome-page'.split(
    ' ',
  ),
);
// Not now: the reader does, or has done, something else first.
const otherTime = /\b(?:before|until)\b|\b(?:once|after|when|as soon as)\s+you(?:['’]ve| have)\b/i;
const endsInError =
  /\b(?:no longer|stop(?:s|ped) (?:working|answering|responding)|refuse[sd]?|fails?|unreachable|times? out)\b|\b(?:does|do|is|are|wo|will|ca|can)(?: not\b|n['’]t\b|not\b)|\b(?:gives?|gets?|see|shows?|returns?|receives?) (?:you )?(?:an?|the following) (?:[\w-]+ )?error\b|\berror page\b/i;

const elsewhere =
  /\b(?:pages?|(?:web ?)?sites?|browsers?|tabs?|windows?|links?|buttons?|urls?|address(?:es)?|ports?|dashboards?|desktop|editor|ide|apps?|consoles?|logs?)\b|https?:\/\//i;

/** Whether a sentence leads the reader to a page, a window, or another place than the terminal where they type. */
export function leadsElsewhere({ text, spans }: Sentence): boolean {
  return visits.test(text) || elsewhere.test(text) || spans.some(({ kind }) => kind === 'link');
}

/** The pages that a sentence (with the one after it) says will answer; null when it speaks of none. */
export function pagePromises(
  sentence: Sentence,
  next: Sentence | null,
  context: PromiseContext,
): PlannedExpectation[] | null {
  const urls = visitedUrls(sentence);
  if (urls.length === 0) return null;
  const seen = sees.test(sentence.text) ? sentence : next !== null && goesOn(sentence, next) ? next : null;
  const whole = seen === null || seen === sentence ? sentence : joined(sentence, seen);
  const locals = urls.filter((url) => local.test(url));
  if (locals.length === 0)
    return seen === null ? null : [unchecked(whole, `${urls[0]} is not on the reader's own machine.`)];
  const problem =
    problemWith(sentence, locals, context) ?? (isTakenBack(sentence, next) ? mayNotAnswer : null);
  if (problem !== null) return [unchecked(whole, problem)];
  const words = seen === null ? [] : pageWords(seen, context.names);
  return locals.map((url) => ({ kind: 'http', source: whole.place, sentence: whole.text, url, words }));
}

const page = '(?:(?:web ?)?page|(?:web ?)?site|screen|browser)';
// "You should see the **Ahoy!** page".
const isPage = new RegExp(
  String.raw`^(?: (?!(?:on|in|at|of|from|under|with)\b)\S+){0,8} ${page}\b(?! of\b)`,
  'i',
);
const onPage = new RegExp(String.raw`\b(?:on|in|at) (?:(?:the|this|that|your) ${page}\b(?! of\b)|it\b)`, 'i');

/** Whether a sentence says what is seen at the address of the one before it: in one breath, or of "the page" in the next paragraph. */
export function goesOn(first: Sentence, second: Sentence): boolean {
  const seen = sees.exec(second.text);
  if (seen === null) return false;
  if (second.paragraph === first.paragraph) return true;
  const isOfPage = isPage.test(second.text.slice(seen.index + seen[0].length)) || onPage.test(second.text);
  return isOfPage && visitedUrls(second).length === 0 && !/:\s*$/.test(second.text);
}

/** The addresses that a sentence says are open to visitors, written out. */
export function visitedUrls(sentence: Sentence): string[] {
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

// Why it isn't sure that the addresses answer when the command before has been typed; null when it is.
function problemWith({ text }: Sentence, urls: string[], { spoken }: PromiseContext): string | null {
  if (spoken !== null) return `It follows \`${spoken}\`, which the prose asks for and no block holds.`;
  if (conditional.test(text)) return 'It only holds under a condition.';
  if (otherTime.test(text)) return 'It speaks of another time than right after the command.';
  if (isNegated(text)) return mayNotAnswer;
  const port = urls.map((url) => /:(\d+)/.exec(url.slice(5))?.[1] ?? '').find((one) => otherPorts.has(one));
  if (port !== undefined) return `Port ${port} is not one of web pages.`;
  const isBare = !/https?:/i.test(text) && !opens.test(text);
  return isBare ? 'It does not say that a web page answers there.' : null;
}

const mayNotAnswer = 'It may say that the address does not answer.';

function isTakenBack({ paragraph }: Sentence, next: Sentence | null): boolean {
  return (
    next?.paragraph === paragraph &&
    /^(?:but )?(?:it|this|that|you|the (?:page|browser|site|app\w*|connection|request))\b/i.test(next.text) &&
    /\bno longer\b|\berror\b|\brefused\b|\b(?:not|n['’]t) (?:work|answer|respond|load|open|available)/i.test(
      next.text,
    )
  );
}

// What to do if it does not answer at once takes nothing back.
const incase =
  /\bif (?:it|this|that|you|nothing|the \w+)(?: \w+)?? (?:(?:do|does|is|are|ca|can|wo)(?:n['’]t|not| not)|(?:fails?|see nothing))\b[^,;.)]*/gi;

function isNegated(whole: string): boolean {
  const text = whole.replace(incase, '');
  const first = text.search(address);
  const at = first === -1 ? text.length : first;
  return (
    negations.test(text.slice(0, at).replace(/\bno(?:t only| need)\b/gi, '')) ||
    endsInError.test(text.slice(at))
  );
}

function joined(first: Sentence, second: Sentence): Sentence {
  const place: Place = { ...first.place, endLine: second.place.endLine, endColumn: second.place.endColumn };
  return { ...first, text: `${first.text} ${second.text}`, place };
}

// What a browser shows: marked words, else the proper names of "the … page".
function pageWords(sentence: Sentence, names: PageNames): string[] {
  if (negations.test(sentence.text) || vague.test(sentence.text)) return [];
  const from = sees.exec(sentence.text)?.index ?? 0;
  const marked = markedWords(sentence, from, names).filter((word) => !/^https?:|localhost/.test(word));
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

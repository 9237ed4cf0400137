import type { Nodes, Paragraph } from 'mdast';
import type { Place } from '../../model/place.ts';
import type { SourceLines } from './source-lines.ts';

/** A marked stretch of a sentence. `text` is what a reader sees; `url` only for links. */
export interface Span {
  kind: 'code' | 'strong' | 'quote' | 'link';
  text: string;
  url: string | null;
  /** Index of its first letter in the sentence's text. */
  at: number;
}

/** One sentence of a post's prose as a reader sees it, without Markdown's marks. */
export interface Sentence {
  text: string;
  spans: Span[];
  place: Place;
  /** Sentences of one paragraph share this number. */
  paragraph: number;
}

// Nobody wrote a longer one for readers, and reading it would take long.
const longestParagraph = 50_000;

/** A stretch of the paragraph's text that comes from one piece of the source. */
interface Run {
  /** Index of its first letter in the paragraph's text. */
  from: number;
  text: string;
  /** Offset in the file of the letter with this index in `text`. */
  startOf(index: number): number;
  /** Offset in the file behind that letter. */
  endOf(index: number): number;
  /** Part of code or an address: no sentence ends here, but for the last letter of code. */
  solid: boolean;
  /** Part of code, with which a sentence may begin whatever its case. */
  code: boolean;
}

interface Flat {
  runs: Run[];
  /** How many letters there are. */
  length: number;
  spans: { kind: Span['kind']; from: number; to: number; url: string | null }[];
  source: string;
  within: Stretch;
}

/** Offsets in a file. */
interface Stretch {
  start: number;
  end: number;
}

/** What a sentence says in the author's own words: what is marked as code or quoted is blotted out, letter by letter. */
export function proseOf({ text, spans }: Sentence): string {
  return spans
    .filter(({ kind }) => kind === 'code' || kind === 'quote')
    .reduce(
      (words, { at, text: { length } }) =>
        words.slice(0, at) + blot.repeat(length) + words.slice(at + length),
      text,
    );
}

/** A stretch of a sentence as a sentence. */
export function partOf(sentence: Sentence, from: number, to: number): Sentence {
  const spans = sentence.spans
    .filter((span) => span.at >= from && span.at + span.text.length <= to)
    .map((span) => ({ ...span, at: span.at - from }));
  return { ...sentence, text: sentence.text.slice(from, to), spans };
}

// A letter, but none that any word is looked for with.
const blot = 'ˣ';

/** Cuts a paragraph, or a stretch of it, into its sentences, each with its exact place in the file. */
export function sentencesOf(
  node: Paragraph,
  at: { paragraph: number; source: string; lines: SourceLines; within: Stretch },
): Sentence[] {
  if (node.position!.end.offset! - node.position!.start.offset! > longestParagraph) return [];
  const flat: Flat = { runs: [], length: 0, spans: [], source: at.source, within: at.within };
  for (const child of node.children) flatten(child, flat);
  addQuotes(flat);
  const letters = flat.runs.map((run) => run.text).join('');
  const shown = letters.replace(/\s/g, ' ');
  return boundaries(letters, flat).flatMap(([from, to]) => {
    const text = shown.slice(from, to);
    if (text.trim() === '') return [];
    const [first, last] = [runAt(flat, from), runAt(flat, to - 1)];
    const place = at.lines.placeBetween(first.startOf(from - first.from), last.endOf(to - 1 - last.from));
    return [{ text, spans: spansBetween(flat.spans, shown, [from, to]), place, paragraph: at.paragraph }];
  });
}

function flatten(node: Nodes, flat: Flat): void {
  const from = flat.length;
  const run = flat.runs.length;
  if (node.type === 'text') addRun(node, flat, false);
  else if (node.type === 'inlineCode') addRun(node, flat, true);
  else if (node.type === 'break') addRun({ ...node, value: ' ' }, flat, false);
  else if ('children' in node) for (const child of node.children) flatten(child, flat);
  const kind = spanKinds[node.type];
  const url = node.type === 'link' ? node.url : null;
  if (kind !== undefined) flat.spans.push({ kind, from, to: flat.length, url });
  if (node.type === 'link') for (const one of flat.runs.slice(run)) one.solid = true;
}

const spanKinds: Partial<Record<Nodes['type'], Span['kind']>> = {
  inlineCode: 'code',
  strong: 'strong',
  link: 'link',
};

// Adds what of a node's text lies within the stretch that is read.
function addRun(node: Nodes & { value: string }, flat: Flat, code: boolean): void {
  const { value } = node;
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const exact = flat.source.slice(start, end) === value;
  const startOf = (index: number): number =>
    exact || index > 0 ? Math.min(end - 1, start + index + (code ? 1 : 0)) : start;
  const endOf = (index: number): number =>
    index === value.length - 1 ? end : Math.min(end, start + index + 1);
  let [first, behind] = [0, value.length];
  while (first < behind && startOf(first) < flat.within.start) first++;
  while (behind > first && startOf(behind - 1) >= flat.within.end) behind--;
  if (first === behind) return;
  flat.runs.push({
    from: flat.length,
    text: value.slice(first, behind),
    startOf: (index) => startOf(first + index),
    endOf: (index) => endOf(first + index),
    solid: code,
    code,
  });
  flat.length += behind - first;
}

function runAt({ runs }: Flat, index: number): Run {
  return runs.findLast(({ from }) => from <= index)!;
}

function addQuotes(flat: Flat): void {
  const text = flat.runs.map((run) => (run.solid ? run.text.replace(/["“”]/g, ' ') : run.text)).join('');
  for (const match of text.matchAll(/(?<=^|[\s(])["“]([^"“”]{1,80})["”](?=$|[\s).,;:!?…])/g)) {
    const from = match.index + 1;
    flat.spans.push({ kind: 'quote', from, to: from + match[1]!.length, url: null });
  }
}

const abbreviation = /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|Mr|Dr|No)|^\d+)$/;

function boundaries(text: string, flat: Flat): [number, number][] {
  const ranges: [number, number][] = [];
  let from = skipBlanks(text, 0);
  for (const match of text.matchAll(/[.!?…]+["”')]*(?=\s+["“(«]?[\p{Lu}\d`*]|\s+(?<code>[^\s])|\s*$)/gu)) {
    const to = match.index + match[0].length;
    if (match.groups?.code !== undefined && !runAt(flat, skipBlanks(text, to)).code) continue;
    const run = runAt(flat, match.index);
    if (run.solid && !closesCode(run, { dot: match.index - run.from, to: to - run.from })) continue;
    if (abbreviation.test(text.slice(from, match.index))) continue;
    if (to > from) ranges.push([from, to]);
    from = skipBlanks(text, to);
  }
  const end = text.trimEnd().length;
  if (end > from) ranges.push([from, end]);
  return ranges;
}

// "You should see `Ahoy!` Then …", but not "with `docker build .` Docker …", where the dot is the command's own.
function closesCode({ code, text }: Run, { dot, to }: { dot: number; to: number }): boolean {
  return code && to === text.length && /[\p{L}\d]$/u.test(text.slice(0, dot));
}

function skipBlanks(text: string, from: number): number {
  const rest = text.slice(from);
  return from + rest.length - rest.trimStart().length;
}

function spansBetween(spans: Flat['spans'], text: string, [from, to]: [number, number]): Span[] {
  return spans
    .filter((span) => span.from >= from && span.to <= to && span.to > span.from)
    .map((span) => ({
      kind: span.kind,
      text: text.slice(span.from, span.to),
      url: span.url,
      at: span.from - from,
    }))
    .sort((a, b) => a.at - b.at);
}

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

interface Letter {
  letter: string;
  start: number;
  end: number;
  /** Part of code or an address: no sentence ends here. */
  solid: boolean;
  /** Part of code, with which a sentence may begin whatever its case. */
  code: boolean;
}

interface Flat {
  letters: Letter[];
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
  const flat: Flat = { letters: [], spans: [], source: at.source, within: at.within };
  for (const child of node.children) flatten(child, flat);
  addQuotes(flat);
  return boundaries(flat.letters).flatMap(([from, to]) => {
    const text = textOf(flat, from, to);
    if (text.trim() === '') return [];
    const place = at.lines.placeBetween(flat.letters[from]!.start, flat.letters[to - 1]!.end);
    return [{ text, spans: spansBetween(flat, from, to), place, paragraph: at.paragraph }];
  });
}

function flatten(node: Nodes, flat: Flat): void {
  const from = flat.letters.length;
  if (node.type === 'text') addLetters(node, flat, false);
  else if (node.type === 'inlineCode') addLetters(node, flat, true);
  else if (node.type === 'break') addLetters({ ...node, value: ' ' }, flat, false);
  else if ('children' in node) for (const child of node.children) flatten(child, flat);
  const kind = spanKinds[node.type];
  const url = node.type === 'link' ? node.url : null;
  if (kind !== undefined) flat.spans.push({ kind, from, to: flat.letters.length, url });
  if (node.type === 'link') for (const letter of flat.letters.slice(from)) letter.solid = true;
}

const spanKinds: Partial<Record<Nodes['type'], Span['kind']>> = {
  inlineCode: 'code',
  strong: 'strong',
  link: 'link',
};

function addLetters(node: Nodes & { value: string }, flat: Flat, solid: boolean): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const exact = flat.source.slice(start, end) === node.value;
  for (let index = 0; index < node.value.length; index++) {
    const last = index === node.value.length - 1;
    const at = exact || index > 0 ? Math.min(end - 1, start + index + (solid ? 1 : 0)) : start;
    if (at < flat.within.start || at >= flat.within.end) continue;
    flat.letters.push({
      letter: node.value[index]!,
      start: at,
      end: last ? end : Math.min(end, start + index + 1),
      solid,
      code: solid,
    });
  }
}

function addQuotes(flat: Flat): void {
  const text = flat.letters
    .map(({ letter, solid }) => (solid && /["“”]/.test(letter) ? ' ' : letter))
    .join('');
  for (const match of text.matchAll(/(?<=^|[\s(])["“]([^"“”]{1,80})["”](?=$|[\s).,;:!?…])/g)) {
    const from = match.index + 1;
    flat.spans.push({ kind: 'quote', from, to: from + match[1]!.length, url: null });
  }
}

const abbreviation = /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|Mr|Dr|No)|^\d+)$/;

function boundaries(letters: Letter[]): [number, number][] {
  const ranges: [number, number][] = [];
  let from = skipBlanks(letters, 0);
  const text = letters.map(({ letter }) => letter).join('');
  for (const match of text.matchAll(/[.!?…]+["”')]*(?=\s+["“(«]?[\p{Lu}\d`*]|\s+(?<code>[^\s])|\s*$)/gu)) {
    const to = match.index + match[0].length;
    if (match.groups?.code !== undefined && !letters[skipBlanks(letters, to)]!.code) continue;
    if (letters[match.index]!.solid || abbreviation.test(text.slice(from, match.index))) continue;
    if (to > from) ranges.push([from, to]);
    from = skipBlanks(letters, to);
  }
  const end = text.trimEnd().length;
  if (end > from) ranges.push([from, end]);
  return ranges;
}

function skipBlanks(letters: Letter[], from: number): number {
  let at = from;
  while (at < letters.length && /\s/.test(letters[at]!.letter)) at++;
  return at;
}

function textOf(flat: Flat, from: number, to: number): string {
  return flat.letters
    .slice(from, to)
    .map(({ letter }) => (/\s/.test(letter) ? ' ' : letter))
    .join('');
}

function spansBetween(flat: Flat, from: number, to: number): Span[] {
  return flat.spans
    .filter((span) => span.from >= from && span.to <= to && span.to > span.from)
    .map((span) => ({
      kind: span.kind,
      text: textOf(flat, span.from, span.to),
      url: span.url,
      at: span.from - from,
    }))
    .sort((a, b) => a.at - b.at);
}

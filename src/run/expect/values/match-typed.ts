import type { Circumstances } from '../../../values/circumstances.ts';
import type { Part, TypedText } from '../../../values/typed-text.ts';
import { oneLine } from '../../../values/typed-text.ts';
import { isOwnValue } from './own-value.ts';

/** A value of the page and what was printed in its place. */
export interface Match {
  type: string;
  varies: boolean;
  shown: string;
  actual: string;
}

// An ellipsis in longer text is looked for in this much of it only.
const longestSearch = 20_000;

/**
 * Holds printed text against shown text as a whole and gives what its values stand for; null when they differ.
 * `asBeginning`: the printed text may go on after the shown one, from a new word.
 */
export function matchTyped(typed: TypedText, actual: string, { asBeginning = false } = {}): Match[] | null {
  const text = oneLine(actual);
  const line: Line = { text, circumstances: typed.circumstances };
  const segments = segmentsOf(typed.parts);
  const found: Match[] = [];
  let at = 0;
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    const fits = (end: number): boolean =>
      !isLast || end === text.length || (asBeginning && /^[,.;:]? /.test(text.slice(end, end + 2)));
    // Before and behind an ellipsis, a blank more or less says nothing.
    const parts = index === 0 && isLast ? segment : withoutOuterBlanks(segment, index > 0, !isLast);
    const placed = index === 0 ? placeAt(parts, line, 0) : search(parts, line, at, fits);
    if (placed === null || !fits(placed.end)) return null;
    found.push(...placed.matches);
    at = placed.end;
  }
  return found;
}

interface Line {
  text: string;
  circumstances: Circumstances;
}

interface Placed {
  end: number;
  matches: Match[];
}

type Firm = Exclude<Part, { kind: 'anything' }>;

function segmentsOf(parts: readonly Part[]): Firm[][] {
  const segments: Firm[][] = [[]];
  for (const part of parts)
    if (part.kind === 'anything') segments.push([]);
    else segments.at(-1)!.push(part);
  return segments;
}

function withoutOuterBlanks(segment: Firm[], atStart: boolean, atEnd: boolean): Firm[] {
  return segment
    .map((part, index): Firm => {
      if (part.kind === 'value') return part;
      let { text } = part;
      if (atStart && index === 0) text = text.trimStart();
      if (atEnd && index === segment.length - 1) text = text.trimEnd();
      return { kind: 'literal', text };
    })
    .filter((part) => part.kind === 'value' || part.text !== '');
}

function placeAt(parts: readonly Firm[], line: Line, from: number): Placed | null {
  const { text, circumstances } = line;
  const matches: Match[] = [];
  let at = from;
  for (const part of parts) {
    if (part.kind === 'literal') {
      if (!text.startsWith(part.text, at)) return null;
      at += part.text.length;
      continue;
    }
    part.accepts.lastIndex = at;
    const actual = part.accepts.exec(text)?.[0];
    if (actual === undefined) return null;
    if (actual !== part.shown && isOwnValue({ type: part.type.name, actual, text, at }, circumstances))
      return null;
    matches.push({ type: part.type.name, varies: part.type.varies === true, shown: part.shown, actual });
    at += actual.length;
  }
  return { end: at, matches };
}

function search(
  parts: readonly Firm[],
  line: Line,
  from: number,
  fits: (end: number) => boolean,
): Placed | null {
  if (parts.length === 0) return { end: fits(from) ? from : line.text.length, matches: [] };
  const until = Math.min(line.text.length, from + longestSearch);
  for (let at = from; at <= until; at += 1) {
    const placed = placeAt(parts, line, at);
    if (placed !== null && fits(placed.end)) return placed;
  }
  return null;
}

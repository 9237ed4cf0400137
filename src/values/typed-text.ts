import { type Circumstances, isSaid, unknownCircumstances } from './circumstances.ts';
import type { ValueType } from './value-type.ts';
import { valueTypes } from './value-types.ts';

/** A piece of shown text: letters that stand for themselves, a value of a type, or an ellipsis for anything. */
export type Part =
  | { kind: 'literal'; text: string }
  | { kind: 'value'; type: ValueType; shown: string; accepts: RegExp }
  | { kind: 'anything' };

/** Shown text (a line, or a cell of a table) taken apart; white space counts as one blank. */
export interface TypedText {
  parts: Part[];
  /** What was known when it was taken apart. */
  circumstances: Circumstances;
}

/** In the light of what a text is read. */
export interface TypingOptions extends Circumstances {
  /** Types that only count in this text, before the others. */
  more?: readonly ValueType[];
}

// Nobody shows a value in a line that long; it is compared letter by letter.
const longestTypedLine = 5_000;

/** Takes shown text apart. What the page has said itself is never a value: its own port or version is content. */
export function typedText(shown: string, options: TypingOptions = unknownCircumstances): TypedText {
  const text = oneLine(shown);
  if (text.length > longestTypedLine) return { parts: [{ kind: 'literal', text }], circumstances: options };
  const { scanner, types } = scannerFor(options.more ?? none);
  const parts: Part[] = [];
  let last = 0;
  const addLiteral = (until: number): void => {
    if (until > last) parts.push({ kind: 'literal', text: text.slice(last, until) });
    last = until;
  };
  scanner.lastIndex = 0;
  for (let match = scanner.exec(text); match !== null; match = scanner.exec(text)) {
    const type = types[match.slice(1).findIndex((group) => group !== undefined)];
    if (type !== undefined && isContent(match[0], type.type, options)) continue;
    addLiteral(match.index);
    parts.push(
      type === undefined
        ? { kind: 'anything' }
        : { kind: 'value', type: type.type, shown: match[0], accepts: type.accepts },
    );
    last = match.index + match[0].length;
  }
  addLiteral(text.length);
  return { parts, circumstances: options };
}

function isContent(value: string, type: ValueType, options: TypingOptions): boolean {
  return (type.ofHost === true && !options.onHost) || isSaid(value, options);
}

/** Text with every run of white space as one blank, none at its ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

interface Scanner {
  scanner: RegExp;
  types: { type: ValueType; accepts: RegExp }[];
}

const none: readonly ValueType[] = [];
const scanners = new WeakMap<readonly ValueType[], Scanner>();

function scannerFor(more: readonly ValueType[]): Scanner {
  const known = scanners.get(more);
  if (known !== undefined) return known;
  const all = [...more, ...valueTypes];
  const ellipsis = String.raw`\[\.{3}\]|\[…\]|\.{3,}|…`;
  const made = {
    scanner: new RegExp(
      `(?<![0-9A-Za-z_])(?:${all.map(({ shown }) => `(${shown})`).join('|')})|${ellipsis}`,
      'g',
    ),
    types: all.map((type) => ({ type, accepts: acceptanceOf(type, all) })),
  };
  scanners.set(more, made);
  return made;
}

function acceptanceOf({ name }: ValueType, all: readonly ValueType[]): RegExp {
  const sources = all.filter((type) => type.name === name).map((type) => type.accepts ?? type.shown);
  return new RegExp([...new Set(sources)].join('|'), 'y');
}

import { generatedName } from './generated-names.ts';

/**
 * Shown text as a pattern: ids, dates, ages, durations, sizes, addresses and versions stand for any value of their
 * type; `...` and `…` for anything; all else for itself. White space counts as one blank.
 */
export interface TypedText {
  pattern: RegExp;
  /** What each capture group of `pattern` stands for, in order. */
  slots: { type: TypeName; shown: string }[];
}

export type TypeName = (typeof types)[number][0] | 'anything';

const age = String.raw`(?:Less than a second|About an? (?:minute|hour)|(?:\d+|[Aa]n?|one) (?:second|minute|hour|day|week|month|year)s?)(?: ago)?`;
const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
const day = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*';

// In order of precedence: where two fit at the same place, the first is taken.
const types = [
  ['digest', String.raw`sha256:(?:[0-9a-f]{6,64}(?:…|\.\.\.)?|(?:…|\.\.\.))`],
  [
    'date',
    String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d)(?: [A-Z]{3,4})?)?`,
  ],
  [
    'date',
    String.raw`(?:${day},? )?(?:${month} +\d{1,2}|\d{1,2} ${month})(?:,? \d\d:\d\d(?::\d\d)?)?(?: (?:UTC|[A-Z]{3,4}))?(?:,? \d{4})?(?: \d\d:\d\d:\d\d)?(?: (?:UTC|GMT|[A-Z]{3,4}))?`,
  ],
  ['date', String.raw`\d\d\/${month}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}`],
  ['date', String.raw`\d{4}[-/]\d\d[-/]\d\d`],
  ['time', String.raw`\d\d:\d\d:\d\d(?:[.,]\d+)?`],
  ['age', age],
  ['size', String.raw`\d+(?:\.\d+)? ?(?:[kKMGT]i?B|B|bytes)(?![A-Za-z])`],
  ['duration', String.raw`(?:\d+h)?(?:\d+m)?\d+(?:\.\d+)?(?:ms|µs|us|s)(?![A-Za-z])`],
  ['percentage', String.raw`\d+(?:\.\d+)?%`],
  ['address', String.raw`\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)`],
  ['address', '(?:[0-9a-f]{2}:){5}[0-9a-f]{2}'],
  ['id', String.raw`(?=[0-9a-f]*\d)[0-9a-f]{12,64}(?![0-9a-z])`],
  ['id', String.raw`(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,11}(?![0-9a-z.])`],
  ['version', String.raw`v?\d+\.\d+(?:\.\d+)+(?:[-+~][0-9A-Za-z.+~-]*[0-9A-Za-z])?`],
  ['version', String.raw`v?\d+\.\d+(?:[-+~][0-9A-Za-z.+~-]*[0-9A-Za-z])?`],
  ['port', String.raw`(?<=:)(?:3[2-9]\d{3}|4\d{4}|5\d{4}|60\d{3})(?=->)`],
  ['name', generatedName],
] as const;

const source = types.map(([, pattern]) => `(${pattern})`).join('|');
const scanner = new RegExp(String.raw`(?<![0-9A-Za-z_])(?:${source})|(\.{3}|…)`, 'g');

/** Makes the pattern of one shown line, or of a cell of a table. */
export function typedText(shown: string): TypedText {
  const slots: TypedText['slots'] = [];
  let pattern = '';
  let last = 0;
  for (const match of shown.matchAll(scanner)) {
    pattern += literal(shown.slice(last, match.index));
    const index = match.slice(1).findIndex((group) => group !== undefined);
    const entry = types[index];
    if (entry === undefined) {
      // An ellipsis may also stand for the rest of a word and the blanks around it.
      pattern = `${pattern.replace(/\\s\+$/, String.raw`\s*`)}(.*?)`;
      slots.push({ type: 'anything', shown: match[0] });
    } else {
      pattern += `(${types
        .filter(([name]) => name === entry[0])
        .map(([, text]) => text)
        .join('|')})`;
      slots.push({ type: entry[0], shown: match[0] });
    }
    last = match.index + match[0].length;
  }
  pattern += literal(shown.slice(last));
  return { pattern: new RegExp(`^\\s*${pattern.replace(/^\\s\+|\\s\+$/g, '')}\\s*$`), slots };
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);
}

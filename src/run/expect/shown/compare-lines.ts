import type { Circumstances } from '../../../values/circumstances.ts';
import { type TypedText, typedText } from '../../../values/typed-text.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { type Match, matchTyped } from '../values/match-typed.ts';
import { type Bindings, bindValues, pinnedOtherwise, versionNotes } from '../values/same-values.ts';
import { closestLine } from './closest-line.ts';
import { type Comparison, counted, lineMissing, shorten } from './comparison.ts';
import { isBarRow, isEllipsis, isTableRule, plainConverged, plainError, plainRule } from './line-form.ts';

/** How strictly lines are compared, and in the light of what. */
export interface LineRules {
  circumstances: Circumstances;
  /** Types that count in this output only. */
  more: readonly ValueType[];
  /** Whether lines that the page doesn't show are as wrong as lines that are not printed. */
  whole: boolean;
  /** Whether lines may come in any order. */
  anyOrder: boolean;
  /** Whether a shown line may be missing; gives the sentence that notes it, or null when it may not. */
  mayLack(line: string, actual: readonly string[]): string | null;
}

/**
 * Holds shown lines against printed ones: each must be there, in this order. Lines in between that the page leaves out
 * are noted.
 */
export function compareLines(
  shown: readonly string[],
  actual: readonly string[],
  rules: LineRules,
): Comparison {
  const search = new LineSearch(actual.map(plainLine), rules);
  const inTable = shown.some(isTableRule);
  const notes: string[] = [];
  const lacks: string[] = [];
  for (let at = 0; at < shown.length; at += 1) {
    const line = shown[at]!;
    if (isEllipsis(line)) continue;
    // Rows of a table stand below one another: one in between that the page doesn't show is a row too many.
    const adjoins = inTable && at > 0 && isOfTable(line) && isOfTable(shown[at - 1]!);
    const found = search.find(line, adjoins) ?? search.findWrapped(line, shown[at + 1], adjoins);
    if (found === null) {
      const lack = rules.mayLack(line, actual);
      if (lack === null)
        return lineMissing(line, actual.length === 0 ? null : closestLine(line, search.left()));
      lacks.push(lack);
      continue;
    }
    const pinned = pinnedOtherwise(found.matches, line, rules.circumstances);
    if (pinned !== null) return { held: false, expected: line.trim(), message: pinned };
    notes.push(...versionNotes(found.matches));
    at += found.lines - 1;
  }
  return withRest(shown, search, rules, { lacks, notes: [...new Set([...lacks, ...notes])] });
}

// What the width of a window and the version of a program change of a line.
function plainLine(line: string): string {
  return plainRule(plainError(plainConverged(line)));
}

function isOfTable(line: string): boolean {
  return isBarRow(line) || isTableRule(line);
}

function withRest(
  shown: readonly string[],
  search: LineSearch,
  rules: LineRules,
  { lacks, notes }: { lacks: readonly string[]; notes: string[] },
): Comparison {
  const extra = search.extra();
  const next = search.left()[0];
  const last = shown.at(-1);
  if (last !== undefined && shown.some(isTableRule) && isBarRow(last) && next !== undefined && isBarRow(next))
    return tooMuch(shown, next);
  if (extra.length === 0 || shown.length === 0) return { held: true, notes };
  // A page that shows a small part of a long text shows what matters to it.
  const isExcerpt = extra.length + shown.length > 10 && shown.length < extra.length;
  if (rules.whole && !isExcerpt && !shown.some(isEllipsis)) {
    const unexpected = extra.find((line) => !/^\s*(?:warning|notice|note)\b/i.test(line));
    if (unexpected !== undefined) return tooMuch(shown, unexpected);
  }
  // Beside lines that may be others, nobody knows which are more than shown.
  if (!shown.some(isEllipsis) && lacks.length === 0)
    notes.push(`printed ${counted(extra.length, 'line')} than the post shows`);
  return { held: true, notes };
}

function tooMuch(shown: readonly string[], line: string): Comparison {
  return {
    held: false,
    expected: shown.at(-1)!.trim(),
    message: `“${shorten(line)}” was printed as well, which the post does not show`,
  };
}

interface Found {
  matches: Match[];
  /** How many shown lines it took. */
  lines: number;
}

/** Goes through the printed lines, each of which serves one shown line. */
class LineSearch {
  private readonly actual: readonly string[];
  private readonly rules: LineRules;
  private next = 0;
  private bindings: Bindings;
  private readonly passed: string[] = [];

  constructor(actual: readonly string[], rules: LineRules) {
    this.actual = actual;
    this.rules = rules;
    this.bindings = new Map(Object.entries(rules.circumstances.bindings));
  }

  /** `adjoins`: it must be the very next line. */
  find(line: string, adjoins: boolean): Found | null {
    const typed = typedText(plainLine(line), { ...this.rules.circumstances, more: this.rules.more });
    const until = adjoins ? Math.min(this.next + 1, this.actual.length) : this.actual.length;
    const from = this.rules.anyOrder ? 0 : this.next;
    for (let index = from; index < until; index += 1) {
      const printed = this.actual[index]!;
      const asBeginning = isLogLine(typed) && (!trouble.test(printed) || trouble.test(line));
      const matches = matchTyped(typed, printed, { asBeginning });
      const bound = matches === null ? null : bindValues(matches, this.bindings);
      if (matches === null || bound === null) continue;
      this.passed.push(...this.actual.slice(this.next, index));
      this.bindings = bound;
      this.next = Math.max(this.next, index + 1);
      return { matches, lines: 1 };
    }
    return null;
  }

  // An author's window was narrower: one printed line stands in two.
  findWrapped(line: string, following: string | undefined, adjoins: boolean): Found | null {
    if (following === undefined || line.length < 40) return null;
    const found =
      this.find(`${line.trimEnd()}${following.trim()}`, adjoins) ??
      this.find(`${line} ${following}`, adjoins);
    return found === null ? null : { ...found, lines: 2 };
  }

  left(): readonly string[] {
    return this.actual.slice(this.next);
  }

  /** The printed lines that no shown line stands for. */
  extra(): string[] {
    return [...this.passed, ...this.left()];
  }
}

const trouble =
  /\b(?:error|fail(?:ed|ure|s)?|fatal|panic|exception|crash(?:ed)?|died|denied|refused|abort(?:ed|ing)?|unable|can(?:no|')t)\b/i;

// What a server logs changes from version to version at its end, but not from well to ill.
function isLogLine({ parts }: TypedText): boolean {
  return (
    parts.slice(0, 3).some((part) => part.kind === 'value' && ['date', 'time'].includes(part.type.name)) &&
    parts.length > 1
  );
}

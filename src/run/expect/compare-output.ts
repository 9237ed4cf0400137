import { compareTable, isTable } from './compare-table.ts';
import { type Bindings, matchTyped, versionNotes } from './same-values.ts';
import { typedText } from './typed-text.ts';

export type Comparison =
  | { held: true; notes: string[] }
  /** `expected` is the first shown line that wasn't there. */
  | { held: false; expected: string; message: string };

/**
 * Holds what the page shows against what was printed, by meaning: the shown lines must be there in their order;
 * values of a type may differ; `...` skips lines. Lines in between that the page leaves out are noted.
 */
export function compareOutput(shown: string, actual: string): Comparison {
  const expectedLines = contentLines(shown);
  const actualLines = contentLines(actual);
  if (expectedLines.length === 0) return { held: true, notes: [] };
  if (isTable(expectedLines)) return compareTable(expectedLines, actualLines);
  return compareLines(expectedLines, actualLines);
}

function compareLines(expected: string[], actual: string[]): Comparison {
  const notes: string[] = [];
  let bindings: Bindings = new Map();
  let next = 0;
  let extra = 0;
  for (const line of expected) {
    if (isEllipsis(line)) continue;
    const typed = typedText(line);
    let found = false;
    for (let index = next; index < actual.length && !found; index += 1) {
      const after = matchTyped(typed, actual[index]!, bindings);
      if (after === null) continue;
      bindings = after;
      notes.push(...versionNotes(typed, actual[index]!));
      extra += index - next;
      next = index + 1;
      found = true;
    }
    if (!found) return missing(line, actual);
  }
  extra += actual.length - next;
  if (extra > 0 && !expected.some(isEllipsis))
    notes.push(`printed ${extra} more line${extra === 1 ? '' : 's'} than the post shows`);
  return { held: true, notes: [...new Set(notes)] };
}

function missing(line: string, actual: string[]): Comparison {
  const message =
    actual.length === 0
      ? `the post shows “${line.trim()}”, but nothing was printed`
      : `the post shows “${line.trim()}”, which was not printed`;
  return { held: false, expected: line.trim(), message };
}

function isEllipsis(line: string): boolean {
  return /^\s*[[(<]?\s*(?:\.{3,}|…|\(?snip\)?)\s*[\])>]?\s*$/.test(line);
}

function contentLines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

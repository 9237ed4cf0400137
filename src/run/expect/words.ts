import type { ExpectationReport } from '../../model/report.ts';
import { shorten } from './shown/comparison.ts';
import { headingAt, type Row, readTable } from './shown/read-table.ts';

/** Whether the words that the prose promises appear in an output. */
export function checkWords(
  expectation: { sentence: string; words: string[]; source: { line: number } },
  output: string,
): ExpectationReport {
  const place = placeMeant(expectation, output);
  const missing = expectation.words.filter((word) => !hasWord(place, word));
  const quoted = (words: string[]): string => words.map((word) => `“${word}”`).join(', ');
  return {
    kind: 'words',
    source: { line: expectation.source.line },
    held: missing.length === 0,
    message:
      missing.length === 0
        ? `printed ${quoted(expectation.words)}`
        : `the post promises ${quoted(missing)}, which was not printed${place === output ? '' : ` in the row “${shorten(place)}”`}`,
  };
}

// In a table, a promise that names a row is about that row. Where it names several, which word goes where is not clear.
function placeMeant({ sentence, words }: { sentence: string; words: string[] }, output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const head = headingAt(lines);
  if (head === -1) return output;
  const { rows } = readTable(lines.slice(head));
  const text = `${sentence}\n${words.join('\n')}`;
  const named = rows.filter((row) => namesOf(row).some((name) => name.length > 1 && hasWord(text, name)));
  const only = named.length === 1 ? named[0]!.line : null;
  // Words of the heading are promised of the table.
  return only !== null && words.every((word) => !hasWord(lines[head]!, word)) ? only : output;
}

function namesOf({ cells }: Row): string[] {
  return ['NAMES', 'NAME', 'SERVICE'].flatMap((column) => cells.get(column) ?? []);
}

/** Whether a word or phrase stands in a text as a whole; letter case and the width of blanks don't matter. */
export function hasWord(text: string, word: string): boolean {
  const escaped = word
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    .replace(/\s+/g, String.raw`\s+`);
  const before = /^\w/.test(word) ? '(?<![\\p{L}\\p{N}_])' : '';
  const after = /\w$/.test(word) ? '(?![\\p{L}\\p{N}_])' : '';
  return new RegExp(before + escaped + after, 'iu').test(text);
}

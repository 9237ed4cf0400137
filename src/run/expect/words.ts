import type { ExpectationReport } from '../../model/report.ts';
import type { Printed } from '../../values/circumstances.ts';
import { hasName, hasWord } from './has-word.ts';
import { shorten } from './shown/comparison.ts';
import { headingAt, type Row, readTable } from './shown/read-table.ts';

interface Promised {
  sentence: string;
  words: string[];
  source: { line: number };
}

/**
 * Whether the words that the prose promises appear in an output, or in what the commands `above` in the same block have
 * printed: the reader sees all of it. What may have changed since doesn't count: an earlier listing, and what the same
 * command printed before, unless the sentence is about the last time too.
 */
export function checkWords(
  expectation: Promised,
  { ran, output }: Printed,
  above: readonly Printed[] = [],
): ExpectationReport {
  const place = placeMeant(expectation, output);
  const isThere = isListing(output) ? hasName : hasWord;
  const notHere = expectation.words.filter((word) => !isThere(place, word));
  const isAboutLast = notHere.length < expectation.words.length;
  const still = above.filter((one) => !isListing(one.output) && (isAboutLast || one.ran !== ran));
  const missing = notHere.filter((word) => !still.some((one) => hasWord(one.output, word)));
  const quoted = (words: string[]): string => words.map((word) => `“${word}”`).join(', ');
  const source = { line: expectation.source.line };
  if (missing.length > 0) {
    const where = place === output ? '' : ` in the row “${shorten(place)}”`;
    return {
      kind: 'words',
      source,
      held: false,
      message: `the post promises ${quoted(missing)}, which was not printed${where}`,
    };
  }
  const other = expectation.words.flatMap((word) => valueOfAnother(word, expectation, output)).at(0);
  if (other !== undefined)
    return {
      kind: 'unchecked',
      source,
      held: null,
      message: `${expectation.sentence} (It was printed as “${shorten(other)}”, which may be something else.)`,
    };
  return { kind: 'words', source, held: true, message: `printed ${quoted(expectation.words)}` };
}

// `Content-Length: 200` is not the 200 of a sentence that doesn't speak of a length.
function valueOfAnother(word: string, { sentence }: Promised, output: string): string[] {
  if (!/^\d+$/.test(word)) return [];
  const lines = output.split('\n').filter((line) => hasWord(line, word));
  const labels = lines.map((line) => /^\s*([A-Za-z][\w -]*):\s*\d+\s*$/.exec(line)?.[1]);
  const isAnother = labels.every(
    (label) => label !== undefined && !label.split(/[\s_-]+/).some((part) => hasWord(sentence, part)),
  );
  return isAnother ? [lines[0]!.trim()] : [];
}

function isListing(output: string): boolean {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return headingAt(lines) !== -1 || lines.every((line) => /^\S+$/.test(line.trim()));
}

// In a table, a promise that names a row is about that row. Where it names several, which word goes where is not clear.
function placeMeant({ sentence, words }: Promised, output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const head = headingAt(lines);
  if (head === -1) return output;
  const { rows } = readTable(lines.slice(head));
  const text = `${sentence}\n${words.join('\n')}`;
  const named = rows.filter((row) => namesOf(row).some((name) => name.length > 1 && hasName(text, name)));
  const only = named.length === 1 ? named[0]!.line : null;
  // Words of the heading are promised of the table.
  return only !== null && words.every((word) => !hasWord(lines[head]!, word)) ? only : output;
}

function namesOf({ cells }: Row): string[] {
  return ['NAMES', 'NAME', 'SERVICE'].flatMap((column) => cells.get(column) ?? []);
}

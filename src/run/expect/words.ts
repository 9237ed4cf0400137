import type { ExpectationReport } from '../../model/report.ts';
import type { Printed } from '../../values/circumstances.ts';
import { printedByAny } from './build-echo.ts';
import { hasName, hasWord } from './has-word.ts';
import { shorten } from './shown/comparison.ts';
import { headingAt, type Row, readTable } from './shown/read-table.ts';
import { beyondSaid } from './whole-line.ts';

interface Promised {
  sentence: string;
  words: string[];
  isWhole?: true;
  source: { line: number };
}

/**
 * Whether the words that the prose promises appear in an output, or in what the commands `above` in the same block have
 * printed: the reader sees all of it. What may have changed since doesn't count: an earlier listing, and what the same
 * command printed before, unless the sentence is about the last time too. Nor does what a build repeats of its
 * Dockerfile, where something was printed after it.
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
  const isLast = output.trim() === '';
  const { sentence } = expectation;
  const elsewhere = (word: string) => printedByAny(still, { word, sentence }, isLast);
  const missing = notHere.filter((word) => elsewhere(word) === 'missing');
  if (missing.length > 0) {
    const where = place === output ? '' : ` in the row “${shorten(place)}”`;
    return broken(expectation, `the post promises ${quoted(missing)}, which was not printed${where}`);
  }
  const isOnlyHere = above.every((one) => expectation.words.every((word) => !hasWord(one.output, word)));
  const beyond = notHere.length === 0 && isOnlyHere ? beyondSaid(expectation, output) : null;
  const printed = shorten(output.trim());
  if (beyond === 'other-path')
    return broken(
      expectation,
      `the post says that this prints ${quoted(expectation.words)}, but it was “${printed}”`,
    );
  const other = expectation.words.flatMap((word) => valueOfAnother(word, expectation, output)).at(0);
  if (other !== undefined)
    return unsure(expectation, `It was printed as “${shorten(other)}”, which may be something else.`);
  const ofRun = notHere.filter((word) => elsewhere(word) === 'unsure');
  if (ofRun.length > 0)
    return unsure(expectation, `Only the build has printed ${quoted(ofRun)}, in a RUN of the Dockerfile.`);
  if (beyond === 'more') return unsure(expectation, `It printed “${printed}”, which is more than that.`);
  const { source, words } = expectation;
  return { kind: 'words', source: { line: source.line }, held: true, message: `printed ${quoted(words)}` };
}

function broken({ source }: Promised, message: string): ExpectationReport {
  return { kind: 'words', source: { line: source.line }, held: false, message };
}

function unsure({ source, sentence }: Promised, because: string): ExpectationReport {
  return {
    kind: 'unchecked',
    source: { line: source.line },
    held: null,
    message: `${sentence} (${because})`,
  };
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
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

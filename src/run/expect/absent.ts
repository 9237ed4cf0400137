import type { ExpectationReport } from '../../model/report.ts';
import { hasWord } from './has-word.ts';
import { shorten } from './shown/comparison.ts';
import { headingAt, type Row, readTable } from './shown/read-table.ts';

interface Promised {
  words: readonly string[];
  source: { line: number };
}

/** Whether an output lacks the words that the prose says are not in it; without words, all but a heading. */
export function checkAbsent({ words, source }: Promised, output: string): ExpectationReport {
  const report = { kind: 'absent', source: { line: source.line } } as const;
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const head = headingAt(lines);
  if (words.length === 0) {
    const first = lines[head + 1];
    if (first === undefined) return { ...report, held: true, message: 'printed nothing, as the post says' };
    return {
      ...report,
      held: false,
      message: `the post says that nothing is listed, but there was “${shorten(first.trim())}”`,
    };
  }
  const rows = head === -1 ? null : readTable(lines.slice(head)).rows;
  const seen = words.find((word) =>
    rows === null ? isAmong(lines, word) : rows.some((row) => has(row, word)),
  );
  if (seen === undefined) {
    const quoted = words.map((word) => `“${word}”`).join(', ');
    return { ...report, held: true, message: `did not print ${quoted}` };
  }
  return { ...report, held: false, message: `the post says that “${seen}” is not seen, but it was printed` };
}

// In a list of names `web` is not `web-2`.
function isAmong(lines: readonly string[], word: string): boolean {
  const isList = lines.every((line) => !/\s/.test(line.trim()));
  return isList ? lines.some((line) => line.trim() === word) : hasWord(lines.join('\n'), word);
}

const nameColumns = ['NAMES', 'NAME', 'SERVICE', 'VOLUME NAME', 'REPOSITORY'];

// A name is that of the row: another container may be made from an image of that name.
function has({ cells, line }: Row, word: string): boolean {
  if (!/^[a-z0-9][\w./:-]*$/.test(word)) return hasWord(line, word);
  const named = nameColumns.flatMap((column) => cells.get(column) ?? []);
  const names = named.length > 0 ? named : [cells.get('IMAGE') ?? line.trim().split(/\s/)[0]!];
  return names.some((name) => name.split(/,\s*/).some((one) => one === word || one === `${word}:latest`));
}

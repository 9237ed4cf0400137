import type { Comparison } from './compare-output.ts';
import { type Bindings, matchTyped, versionNotes } from './same-values.ts';
import { typedText } from './typed-text.ts';

const heading = /^\s*[A-Z][A-Z%/.&]*(?: [A-Z%/&]+)*(?:\s{2,}[A-Z][A-Z%/.&]*(?: [A-Z%/.&]+)*)+\s*$/;

interface Column {
  name: string;
  start: number;
  end: number;
}

/** Whether the first of these lines is the heading of a table as Docker's commands print it. */
export function isTable(lines: readonly string[]): boolean {
  return heading.test(lines[0] ?? '');
}

/**
 * Compares by column name and row: each shown row must be there, in any order; other columns and other widths don't
 * matter. A table shown without rows promises that there are none.
 */
export function compareTable(expected: string[], actual: string[]): Comparison {
  const head = expected[0]!.trim();
  const shownColumns = columnsOf(expected[0]!);
  const headAt = actual.findIndex((line) => sharedColumns(line, shownColumns) * 2 > shownColumns.length);
  if (headAt === -1) {
    const names = shownColumns.map((column) => column.name).join(', ');
    return {
      held: false,
      expected: head,
      message: `the post shows a table with the columns ${names}, which was not printed`,
    };
  }
  const actualColumns = columnsOf(actual[headAt]!);
  const rows = actual.slice(headAt + 1);
  const shownRows = expected.slice(1).filter((line) => !/^\s*(\.{3}|…)\s*$/.test(line));
  if (expected.length === 1 && rows.length > 0) {
    const count = `${rows.length} row${rows.length === 1 ? '' : 's'}`;
    return {
      held: false,
      expected: head,
      message: `the post shows an empty table, but it has ${count}: “${rows[0]!.trim()}”`,
    };
  }
  const comparison = compareRows(shownRows, shownColumns, rows, actualColumns);
  if (!comparison.held) return comparison;
  return { held: true, notes: [...goneColumns(shownColumns, actualColumns), ...comparison.notes] };
}

// Docker renames columns and drops some; a page that shows an old one is dated, not wrong.
function goneColumns(shown: Column[], actual: Column[]): string[] {
  const names = new Set(actual.map((column) => column.name));
  const gone = shown.filter((column) => !names.has(column.name)).map((column) => column.name);
  return gone.length === 0 ? [] : [`the table has no column ${gone.join(', ')} any more`];
}

function compareRows(
  shownRows: string[],
  shownColumns: Column[],
  rows: string[],
  actualColumns: Column[],
): Comparison {
  const notes: string[] = [];
  const used = new Set<number>();
  let bindings: Bindings = new Map();
  for (const shown of shownRows) {
    const compared = shownColumns.filter(({ name }) => actualColumns.some((column) => column.name === name));
    const cells = compared.map((column) => ({
      name: column.name,
      typed: typedText(cellOf(shown, column, shownColumns)),
    }));
    const found = rows.findIndex((row, index) => {
      if (used.has(index)) return false;
      const after = matchRow(cells, row, actualColumns, bindings);
      if (after === null) return false;
      bindings = after;
      return true;
    });
    if (found === -1) return { held: false, expected: shown.trim(), message: rowMissing(shown, rows) };
    used.add(found);
    for (const cell of cells)
      notes.push(...versionNotes(cell.typed, namedCell(rows[found]!, cell.name, actualColumns)));
  }
  const extra = rows.length - shownRows.length;
  if (extra > 0) notes.push(`printed ${extra} more row${extra === 1 ? '' : 's'} than the post shows`);
  return { held: true, notes: [...new Set(notes)] };
}

function matchRow(
  cells: { name: string; typed: ReturnType<typeof typedText> }[],
  row: string,
  columns: Column[],
  before: Bindings,
): Bindings | null {
  let bindings: Bindings | null = before;
  for (const cell of cells) {
    bindings = matchTyped(cell.typed, namedCell(row, cell.name, columns), bindings);
    if (bindings === null) return null;
  }
  return bindings;
}

function rowMissing(shown: string, rows: string[]): string {
  if (rows.length === 0) return `the post shows the row “${shown.trim()}”, but the table was empty`;
  return `the post shows the row “${shown.trim()}”, but there was only “${rows[0]!.trim()}”${rows.length > 1 ? ` and ${rows.length - 1} more` : ''}`;
}

function sharedColumns(line: string, columns: Column[]): number {
  const names = new Set(columnsOf(line).map((column) => column.name));
  return columns.filter((column) => names.has(column.name)).length;
}

function columnsOf(line: string): Column[] {
  const starts = [...line.matchAll(/\S+(?: \S+)*/g)].map((match) => ({ name: match[0], start: match.index }));
  return starts.map(({ name, start }, index) => ({
    name,
    start,
    end: starts[index + 1]?.start ?? Number.POSITIVE_INFINITY,
  }));
}

function namedCell(row: string, name: string, columns: Column[]): string {
  const column = columns.find((candidate) => candidate.name === name);
  return column === undefined ? '' : cellOf(row, column, columns);
}

// Authors often pad rows by hand: where a row's cells are as many as the columns, count them instead.
function cellOf(row: string, column: Column, columns: Column[]): string {
  const counted = row.trim().split(/\s{2,}/);
  if (counted.length === columns.length) return counted[columns.indexOf(column)] ?? '';
  return row.slice(column.start, column.end === Number.POSITIVE_INFINITY ? undefined : column.end).trim();
}

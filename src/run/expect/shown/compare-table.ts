import { editDistance } from '../../../lib/nearest.ts';
import type { Circumstances } from '../../../values/circumstances.ts';
import { assignRows } from './assign-rows.ts';
import { type Comparison, counted, shorten } from './comparison.ts';
import { isOfEarlierLife } from './earlier-life.ts';
import { isEllipsis } from './line-form.ts';
import { headingAt, type Row, readTable, type Table } from './read-table.ts';

/**
 * Compares by column name and row: each shown row must be there, in any order; other columns and other widths don't
 * matter. A table shown without rows promises that there are none. The first shown line is the heading.
 */
export function compareTable(
  expected: readonly string[],
  actual: readonly string[],
  circumstances: Circumstances,
): Comparison {
  const shown = readTable(expected.filter((line) => !isEllipsis(line)));
  const head = expected[0]!.trim();
  const printed = tableIn(actual, shown.columns);
  if (printed === null)
    return {
      held: false,
      expected: head,
      message: `the post shows a table with the columns ${shown.columns.join(', ')}, which was not printed`,
    };
  if (expected.length === 1 && printed.rows.length > 0) {
    const rows = counted(printed.rows.length, 'row').replace(' more', '');
    return {
      held: false,
      expected: head,
      message: `the post shows an empty table, but it has ${rows}: “${shorten(printed.rows[0]!.line)}”`,
    };
  }
  const slip = misspeltColumn(shown, printed);
  if (slip !== null) return { held: false, expected: head, message: slip };
  const lacking = lackingColumn(shown, printed, circumstances);
  if (lacking !== undefined)
    return {
      held: false,
      expected: head,
      message: `the post shows the column ${lacking}, which was not printed`,
    };
  return compareRows(shown, printed, circumstances);
}

// No tool has renamed a column by one letter.
function misspeltColumn(shown: Table, printed: Table): string | null {
  for (const column of shown.columns.filter((one) => !printed.columns.includes(one))) {
    const meant = printed.columns.find(
      (one) =>
        !shown.columns.includes(one) && one.length === column.length && editDistance(one, column) === 1,
    );
    if (meant !== undefined) return `the post shows the column ${column}, which is called ${meant}`;
  }
  return null;
}

// Columns that Docker and Compose have had, in versions of which pages still tell.
const dropped = new Set(
  'AUTOMATED,MEMBERSHIP,LAST STATE,SERVICE,KUBERNETES ENDPOINT,ORCHESTRATOR,NAMESPACE,CONTAINER,MEM USAGE/LIMIT,COMMAND,CREATED,IMAGE,SIZE,PLATFORM,BUILDKIT'.split(
    ',',
  ),
);

// Which columns `ps` prints is the system's choice.
function lackingColumn(shown: Table, printed: Table, { ran }: Circumstances): string | undefined {
  if (shown.columns.includes('PID')) return undefined;
  const isChosen = /\s--format\b/.test(ran);
  return shown.columns.find((one) => !printed.columns.includes(one) && (isChosen || !dropped.has(one)));
}

function tableIn(lines: readonly string[], columns: readonly string[]): Table | null {
  for (let from = 0; from < lines.length; ) {
    const at = headingAt(lines.slice(from));
    if (at === -1) return null;
    const table = readTable(lines.slice(from + at));
    const shared = columns.filter((column) => table.columns.includes(column)).length;
    if (shared * 2 > columns.length) return table;
    from += at + 1;
  }
  return null;
}

function compareRows(shown: Table, printed: Table, circumstances: Circumstances): Comparison {
  const assigned = assignRows(shown, printed, circumstances);
  const missing = shown.rows.filter((row) => !assigned.has(row));
  const left = printed.rows.filter((row) => ![...assigned.values()].includes(row));
  const excused = missing.filter((row) =>
    isOfEarlierLife(row, { matched: assigned.size, left: left.length }, circumstances),
  );
  const first = missing.find((row) => !excused.includes(row));
  if (first !== undefined)
    return { held: false, expected: first.line.trim(), message: rowMissing(first, printed.rows, left) };
  const notes = goneColumns(shown, printed);
  for (const row of excused)
    notes.push(`the row “${shorten(row.line)}” is of something that the post never made`);
  if (left.length > 0) notes.push(`printed ${counted(left.length, 'row')} than the post shows`);
  return { held: true, notes };
}

// Docker renames columns and drops some; a page that shows an old one is dated, not wrong.
function goneColumns(shown: Table, printed: Table): string[] {
  const gone = shown.columns.filter((column) => !printed.columns.includes(column));
  return gone.length === 0 ? [] : [`the table has no column ${gone.join(', ')} any more`];
}

function rowMissing(shown: Row, rows: readonly Row[], left: readonly Row[]): string {
  const row = `the post shows the row “${shorten(shown.line)}”`;
  if (rows.length === 0) return `${row}, but the table was empty`;
  const came = left[0] ?? rows[0]!;
  return `${row}, but there was only “${shorten(came.line)}”${rows.length > 1 ? ` and ${rows.length - 1} more` : ''}`;
}

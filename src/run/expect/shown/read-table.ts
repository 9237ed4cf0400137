/** A table as command line tools print it, read by its heading. */
export interface Table {
  columns: string[];
  rows: Row[];
}

/** A row of a table that a tool prints. */
export interface Row {
  /** By the column's name; a cell that is empty has an empty text. */
  cells: ReadonlyMap<string, string>;
  line: string;
}

const heading = /^\s*[A-Z][A-Z%/.&]*(?: [A-Z%/&]+)*(?:\s{2,}[A-Z][A-Z%/.&]*(?: [A-Z%/.&]+)*)+\s*$/;
// Of `ps` and `top`, whose columns may stand one blank apart.
const processes = /^\s*(?:UID|USER|PID)\s.*\b(?:CMD|COMMAND)\s*$/;
// Compose 1 writes its headings small, with a rule below.
const titled = /^\s*[A-Z][a-z]+(?:\s{2,}[A-Z][a-z]+)+\s*$/;
const longestHeading = 1_000;

/** Where the heading of a table stands in these lines; -1 when there is none. */
export function headingAt(lines: readonly string[]): number {
  return lines.findIndex((line, index) => isHeading(line, lines[index + 1]));
}

function isHeading(line: string, next = ''): boolean {
  if (line.length > longestHeading) return false;
  return heading.test(line) || processes.test(line) || (titled.test(line) && /^-{10,}$/.test(next.trim()));
}

/** Reads a table whose first line is its heading. */
export function readTable(lines: readonly string[]): Table {
  const head = lines[0]!.toUpperCase();
  const places =
    processes.test(head) && !heading.test(head) ? placesOf(head, /\S+/g) : placesOf(head, /\S+(?: \S+)*/g);
  const columns = places.map(({ name }) => usual[name] ?? name);
  const rows = lines
    .slice(1)
    .filter((line) => !/^\s*-{10,}\s*$/.test(line))
    .map((line) => ({ line, cells: new Map(cellsOf(line, places).map((cell, at) => [columns[at]!, cell])) }));
  return withRepository({ columns, rows });
}

/** Names that columns have had at other times. */
const usual: Readonly<Record<string, string>> = {
  'VIRTUAL SIZE': 'SIZE',
  'DISK USAGE': 'SIZE',
  'MANAGE R STATUS': 'MANAGER STATUS',
  ID: 'ID',
  STATE: 'STATUS',
  CMD: 'COMMAND',
};

interface Place {
  name: string;
  start: number;
  end: number;
}

function placesOf(head: string, word: RegExp): Place[] {
  const found = [...head.matchAll(word)].map((match) => ({ name: match[0], start: match.index }));
  return found.map(({ name, start }, index) => ({
    name,
    start,
    end: found[index + 1]?.start ?? Number.POSITIVE_INFINITY,
  }));
}

// Authors often pad rows by hand: where a row's cells are as many as the columns, count them instead.
function cellsOf(line: string, places: readonly Place[]): string[] {
  const counted = line.trim().split(/\s{2,}/);
  if (counted.length === places.length) return counted;
  if (processes.test(places.map(({ name }) => name).join(' '))) {
    const words = line.trim().split(/\s+/);
    return places.map((_, at) => (at === places.length - 1 ? words.slice(at).join(' ') : (words[at] ?? '')));
  }
  const sliced = places.map(({ start, end }) =>
    line.slice(start, end === Number.POSITIVE_INFINITY ? undefined : end).trim(),
  );
  // Cells that don't stand below their heading are counted as well, around the column that is often empty.
  const ports = places.findIndex(({ name }) => name === 'PORTS');
  const isCut = counted.some((cell) => !sliced.includes(cell));
  return isCut && ports !== -1 && counted.length === places.length - 1
    ? [...counted.slice(0, ports), '', ...counted.slice(ports)]
    : sliced;
}

// Engines from 29 on print `IMAGE nginx:latest` where older ones print REPOSITORY and TAG, and `<untagged>` for two times `<none>`.
function withRepository(table: Table): Table {
  if (!table.columns.includes('IMAGE') || !table.columns.includes('ID') || !table.columns.includes('SIZE'))
    return table;
  return {
    columns: ['REPOSITORY', 'TAG', 'IMAGE ID', ...table.columns],
    rows: table.rows.map(({ line, cells }) => {
      const image = (cells.get('IMAGE') ?? '').replace(/^<untagged>$/, '<none>');
      const [, repository = '', tag = '<none>'] = /^(.*?)(?::([^/:]+))?$/.exec(image) ?? [];
      const added: [string, string][] = [
        ['REPOSITORY', repository],
        ['TAG', tag],
        ['IMAGE ID', cells.get('ID') ?? ''],
      ];
      return { line, cells: new Map([...cells, ...added]) };
    }),
  };
}

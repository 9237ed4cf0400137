import type { Circumstances } from '../../../values/circumstances.ts';
import type { PrintedBy } from '../values/printed-by.ts';
import { type Comparison, counted, lineMissing } from './comparison.ts';
import { holdsRights, type Rights } from './file-rights.ts';

/** Whether a command lists files, so that its output is names in whatever columns fit the terminal. */
export function isListing({ programs, words }: PrintedBy): boolean {
  return (
    programs.at(-1) === 'ls' &&
    !words.includes('--help') &&
    programs.every((one) => one === 'ls' || one === 'cd')
  );
}

const longRow =
  /^\s*([-dlcbps])([-rwxsStT]{9})[.+@]?\s+\d+\s+(\S+)\s+(\S+)\s+(?:\d+,\s*)?[\d.,]+[KMGT]?\s+\S+\s+\S+(?:\s+\S+)?\s+(.+)$/;

/**
 * Compares listings of files: the names shown must be there; columns, order, sizes and dates don't matter,
 * and rights only where the page has set them or a container has.
 * Null when the page shows something else than a listing, such as an error.
 */
export function compareListing(
  shown: readonly string[],
  actual: readonly string[],
  circumstances: Circumstances,
): Comparison | null {
  const expected = readListing(shown);
  const printed = readListing(actual);
  if (expected === null) return null;
  if (printed === null) return lineMissing(shown[0]!, actual[0] ?? null);
  const known = new Set(printed.entries.map(({ name }) => name));
  for (const { name, kind, rights, line } of expected.entries) {
    if (/^(?:\.{3,}|…)$/.test(name)) continue;
    if (!known.has(name)) return lacking(name, line, printed);
    const other = printed.entries.find((entry) => entry.name === name)!;
    if (kind !== null && other.kind !== null && kind !== other.kind)
      return lacking(`${kind} ${name}`, line, printed);
    if (
      rights !== null &&
      other.rights !== null &&
      !holdsRights({ name, shown: rights, actual: other.rights }, circumstances)
    )
      return lineMissing(line, other.line);
  }
  const extra = printed.entries.filter(({ name }) => !expected.entries.some((entry) => entry.name === name));
  const notes = extra.length === 0 ? [] : [`listed ${counted(extra.length, 'name')} than the post shows`];
  return { held: true, notes };
}

interface Listing {
  entries: { name: string; kind: string | null; rights: Rights | null; line: string }[];
}

function readListing(lines: readonly string[]): Listing | null {
  if (lines.some((line) => /^(?:\/bin\/)?ls: /.test(line.trim()))) return null;
  const contents = lines.filter((line) => !/^\s*total \d[\d.]*[KMG]?\s*$/.test(line));
  if (contents.some((line) => longRow.test(line)))
    return {
      entries: contents.map((line) => {
        const row = longRow.exec(line);
        const rights = row === null ? null : { bits: row[2]!, owner: row[3]! };
        return { name: row?.[5]?.trim() ?? line.trim(), kind: row?.[1] ?? null, rights, line };
      }),
    };
  return {
    entries: contents.flatMap((line) =>
      line
        .trim()
        .split(/\s+/)
        .filter(Boolean)
        .map((name) => ({ name: name.replace(/[/*@|=]$/, ''), kind: null, rights: null, line })),
    ),
  };
}

function lacking(what: string, line: string, printed: Listing): Comparison {
  const names = printed.entries.slice(0, 12).map(({ name }) => name);
  const more = printed.entries.length > names.length ? ' …' : '';
  const came = names.length === 0 ? 'the listing was empty' : `there was ${names.join(' ')}${more}`;
  return {
    held: false,
    expected: line.trim(),
    message: `the post shows “${what}” in the listing, but ${came}`,
  };
}

import path from 'node:path';
import { ownFolders } from '../../lib/own-addresses.ts';
import type { SearchIndex, SearchShelf } from '../../lib/search-format.ts';
import { sha256 } from '../../lib/sha256.ts';
import type { OutputFile } from '../html-file.ts';
import { type SearchEntry, searchFile, termsByKey } from './search-entry.ts';

/** How many characters of terms a file of the index holds, where its keys can be parted: what one search loads. */
const shelfLength = 60_000;

/** The index of a site: `index.js` and the files of terms. The posts' own files are made with their pages. */
export function searchFiles(entries: readonly SearchEntry[]): OutputFile[] {
  const shelves = shelvesOf(entries).map(({ first, text }) => {
    const name = sha256(text).slice(0, 10);
    return { first, name, text: searchFile(name, text) };
  });
  const index: SearchIndex = {
    posts: entries.map(({ file }) => path.posix.basename(file)),
    shelves: shelves.map(({ first, name }) => [first, `${name}.js`]),
  };
  return [
    { path: `${ownFolders.search}index.js`, text: searchFile('index', index) },
    ...shelves.map(({ name, text }) => ({ path: `${ownFolders.search}${name}.js`, text })),
  ];
}

function shelvesOf(entries: readonly SearchEntry[]): { first: string; text: SearchShelf }[] {
  const all = entries.map(termsByKey);
  const firsts: string[] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const [key, size] of sizesOf(all)) {
    if (length + size > shelfLength) {
      firsts.push(key);
      length = 0;
    }
    length += size;
  }
  const lines = all.map((terms) => linesOn(firsts, terms));
  return firsts.map((first, shelf) => ({ first, text: lines.map((line) => line[shelf]).join('\n') }));
}

// What a post has on each shelf. The keys of both are in the same order, so none need be looked up.
function linesOn(firsts: readonly string[], terms: readonly [key: string, terms: string][]): string[] {
  let next = 0;
  return firsts.map((_first, shelf) => {
    const end = firsts[shelf + 1];
    const own: string[] = [];
    for (; next < terms.length && (end === undefined || terms[next]![0] < end); next++)
      own.push(terms[next]![1]);
    return own.join(' ');
  });
}

function sizesOf(all: readonly [key: string, terms: string][][]): [key: string, size: number][] {
  const sizes = new Map<string, number>();
  for (const terms of all) {
    for (const [key, text] of terms) sizes.set(key, (sizes.get(key) ?? 0) + text.length + 1);
  }
  return [...sizes].sort(([a], [b]) => (a < b ? -1 : 1));
}

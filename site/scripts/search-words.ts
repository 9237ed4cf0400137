import { editDistance } from '../../src/lib/nearest.ts';
import { indexKeyOf, type SearchIndex, type SearchShelf } from '../../src/lib/search-format.ts';

/** How well a word of the query fits one post, and by which of the post's terms. */
export interface WordMatch {
  score: number;
  terms: Set<string>;
}

const mostShelves = 4;

/** The files of terms that a word can be in; a single letter can begin the keys of several. */
export function shelvesFor(word: string, { shelves }: SearchIndex): string[] {
  const key = indexKeyOf(word);
  return shelves
    .filter(([first], at) => {
      const next = shelves[at + 1]?.[0];
      const endsBefore = next !== undefined && next <= key && !next.startsWith(word);
      return !endsBefore && (first <= key || first.startsWith(word));
    })
    .slice(0, mostShelves)
    .map(([, file]) => file);
}

/** The posts, by number, with a term that is the word or begins with it; else those with one that looks like a slip. */
export function matchWord(word: string, shelves: readonly SearchShelf[]): Map<number, WordMatch> {
  const begun = collect(shelves, (term) => (term === word ? 1 : term.startsWith(word) ? 0.4 : 0));
  if (begun.size > 0) return begun;
  const slips = slipsOf(word, shelves);
  return collect(shelves, (term) => (slips.has(term) ? 0.3 : 0));
}

function collect(shelves: readonly SearchShelf[], fits: (term: string) => number): Map<number, WordMatch> {
  const found = new Map<number, WordMatch>();
  eachTerm(shelves, (term, weight, post) => {
    const score = fits(term) * weight;
    if (score === 0) return;
    const match = found.get(post) ?? { score: 0, terms: new Set() };
    found.set(post, match);
    match.score = Math.max(match.score, score);
    match.terms.add(term);
  });
  return found;
}

/** The terms that differ least from the word: by one slip from four letters on, by two from eight on. */
function slipsOf(word: string, shelves: readonly SearchShelf[]): Set<string> {
  const limit = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  const distances = new Map<string, number>();
  eachTerm(shelves, (term) => {
    if (distances.has(term) || Math.abs(term.length - word.length) > limit) return;
    distances.set(term, editDistance(term, word));
  });
  const best = Math.min(...distances.values());
  return new Set(
    [...distances].filter(([, distance]) => distance === best && best <= limit).map(([term]) => term),
  );
}

function eachTerm(
  shelves: readonly SearchShelf[],
  visit: (term: string, weight: number, post: number) => void,
): void {
  for (const shelf of shelves) {
    for (const [post, line] of shelf.split('\n').entries()) {
      for (const entry of line.split(' ')) {
        if (entry !== '') visit(entry.slice(0, -1), Number(entry.slice(-1)), post);
      }
    }
  }
}

import type { SearchPost } from '../../src/lib/search-format.ts';
import { termsOf } from '../../src/lib/search-terms.ts';
import { excerpt, type Piece } from './search-excerpt.ts';

/** A section of a post that fits. */
export interface FoundPassage {
  title: string;
  /** From the site's root. */
  href: string;
  pieces: Piece[];
}

const mostPassages = 4;
const titleBonus = 2;
const phraseBonus = 6;

/**
 * The passages of a post that hold the most words of a query, the best first, and what they add to the post's rank. For
 * each word `words` has the terms of the post that fit it.
 */
export function bestPassages(
  { href, passages }: SearchPost,
  words: readonly ReadonlySet<string>[],
  query: string,
): { passages: FoundPassage[]; bonus: number } {
  const phrase = query.trim().toLowerCase();
  const rated = passages.map(([id, title, text]) => {
    const inTitle = countIn(title, words);
    const isPhrase = `${title} ${text}`.toLowerCase().includes(phrase);
    const score = inTitle * titleBonus + (isPhrase ? phraseBonus : 0);
    return { id, title, text, hits: countIn(`${title} ${text}`, words), score };
  });
  const most = Math.max(1, ...rated.map(({ hits }) => hits));
  const best = rated.filter(({ hits }) => hits === most).sort((a, b) => b.score - a.score);
  const terms = words.flatMap((fitting) => [...fitting]);
  return {
    passages: best.slice(0, mostPassages).map(({ id, title, text }) => ({
      title,
      href: id === '' ? href : `${href}#${encodeURIComponent(id)}`,
      pieces: excerpt(text, terms),
    })),
    bonus: best[0] ? most + best[0].score : 0,
  };
}

function countIn(text: string, words: readonly ReadonlySet<string>[]): number {
  const terms = new Set(termsOf(text));
  return words.filter((fitting) => [...fitting].some((term) => terms.has(term))).length;
}

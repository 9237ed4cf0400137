import type { SearchIndex, SearchPost, SearchShelf } from '../../src/lib/search-format.ts';
import { partsOf, searchWords } from '../../src/lib/search-terms.ts';
import { bestPassages, type FoundPassage } from './search-passages.ts';
import { matchWord, shelvesFor, type WordMatch } from './search-words.ts';

/** Where the parts of the index come from. */
export interface SearchSource {
  index(): Promise<SearchIndex>;
  shelf(file: string): Promise<SearchShelf>;
  post(file: string): Promise<SearchPost>;
}

/** A post that fits, with the passages that fit best. */
export interface Found {
  title: string;
  /** From the site's root. */
  href: string;
  passages: FoundPassage[];
}

const mostPosts = 8;

/** What a site has for a query, the best first: posts with as many of its words as any post has. */
export async function search(query: string, source: SearchSource): Promise<Found[]> {
  const index = await source.index();
  const words = (await Promise.all(searchWords(query).map((word) => matchesOf(word, index, source)))).flat();
  const best = rank(words, index.posts.length).slice(0, mostPosts);
  const found = await Promise.all(
    best.map(async ({ post, score }) => {
      const data = await source.post(index.posts[post] ?? '');
      const terms = words.map((matches) => matches.get(post)?.terms ?? new Set<string>());
      const { passages, bonus } = bestPassages(data, terms, query);
      return { score: score + bonus, found: { title: data.title, href: data.href, passages } };
    }),
  );
  return found.sort((a, b) => b.score - a.score).map((entry) => entry.found);
}

type Matches = Map<number, WordMatch>;

// A joined word that stands nowhere is looked for by its parts: `docker-compose` in "Docker Compose".
async function matchesOf(word: string, index: SearchIndex, source: SearchSource): Promise<Matches[]> {
  const look = async (one: string): Promise<Matches> =>
    matchWord(one, await Promise.all(shelvesFor(one, index).map((file) => source.shelf(file))));
  const whole = await look(word);
  const parts = whole.size > 0 ? [] : partsOf(word);
  return parts.length > 0 ? await Promise.all(parts.map(look)) : [whole];
}

function rank(words: readonly Matches[], posts: number): { post: number; score: number }[] {
  const ranked = new Map<number, { post: number; score: number; words: number }>();
  for (const matches of words) {
    const rarity = Math.log(1 + posts / matches.size);
    for (const [post, { score }] of matches) {
      const entry = ranked.get(post) ?? { post, score: 0, words: 0 };
      ranked.set(post, { post, score: entry.score + score * rarity, words: entry.words + 1 });
    }
  }
  const most = Math.max(0, ...[...ranked.values()].map((entry) => entry.words));
  return [...ranked.values()]
    .filter((entry) => entry.words === most)
    .sort((a, b) => b.score - a.score || a.post - b.post);
}

import { ownFolders } from '../../lib/own-addresses.ts';
import { indexKeyOf, type SearchPost } from '../../lib/search-format.ts';
import { partsOf, searchWords } from '../../lib/search-terms.ts';
import { sha256 } from '../../lib/sha256.ts';
import type { PostHead } from '../../model/site.ts';
import { relativeHref } from '../href.ts';
import type { Passage } from './passages.ts';

/** What the index knows of one post; it depends on nothing but the post. */
export interface SearchEntry {
  /** Address in the site of the file with the post's passages. */
  file: string;
  /**
   * Its terms with their weights, as they stand in the index: for each key, in their order, a line with the key, a space and
   * its terms. One text, since a thousand posts have half a million terms, and most builds need none of them.
   */
  terms: string;
  /** SHA-256 (hex) of `terms`. */
  digest: string;
}

/** The terms of an entry by key. */
export function termsByKey({ terms }: Pick<SearchEntry, 'terms'>): [key: string, terms: string][] {
  if (terms === '') return [];
  return terms.split('\n').map((line) => {
    const end = line.indexOf(' ');
    return [line.slice(0, end), line.slice(end + 1)];
  });
}

const titleWeight = 5;
const headingWeight = 2;

/** The entry of a post, and the text of the file with its passages. */
export function searchEntry(
  { url, frontMatter }: Pick<PostHead, 'url' | 'frontMatter'>,
  passages: readonly Passage[],
): { entry: SearchEntry; text: string } {
  const post: SearchPost = {
    title: frontMatter.title,
    href: relativeHref('', url),
    passages: passages.map(({ id, title, text }) => [id, title, text]),
  };
  const name = sha256(JSON.stringify(post)).slice(0, 10);
  const weights = weigh({
    about: [frontMatter.title, frontMatter.description, ...frontMatter.tags].join(' '),
    headings: passages.map(({ title }) => title).join(' '),
    text: passages.map(({ text }) => text).join(' '),
  });
  const terms = byKey(weights);
  return {
    entry: { file: `${ownFolders.search}${name}.js`, terms, digest: sha256(terms) },
    text: searchFile(name, post),
  };
}

/** A file of the index: a script that hands over its data. */
export function searchFile(name: string, data: unknown): string {
  return `seaworthySearch(${JSON.stringify(name)},${JSON.stringify(data)})\n`;
}

// How often a term stands there counts less and less; where it stands counts more.
function weigh(parts: Record<'about' | 'headings' | 'text', string>): Map<string, number> {
  const [inAbout, inHeadings] = [countTerms(parts.about), countTerms(parts.headings)];
  const counts = countTerms(`${parts.about} ${parts.headings} ${parts.text}`);
  return new Map(
    [...counts].map(([term, count]) => {
      const bonus = (inAbout.has(term) ? titleWeight : 0) + (inHeadings.has(term) ? headingWeight : 0);
      return [term, Math.min(9, 1 + Math.floor(Math.log2(count)) + bonus)];
    }),
  );
}

// Each different word is taken apart once only.
function countTerms(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const word of searchWords(text)) words.set(word, (words.get(word) ?? 0) + 1);
  const counts = new Map(words);
  for (const [word, count] of words) {
    for (const part of partsOf(word)) counts.set(part, (counts.get(part) ?? 0) + count);
  }
  return counts;
}

function byKey(weights: ReadonlyMap<string, number>): string {
  const groups = new Map<string, string[]>();
  for (const [term, weight] of [...weights].sort(byFirst)) {
    const key = indexKeyOf(term);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(`${term}${weight}`);
  }
  const lines = [...groups].sort(byFirst).map(([key, terms]) => `${key} ${terms.join(' ')}`);
  return lines.join('\n');
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

import type { PostHead } from '../../model/site.ts';
import { linkTo, type PageLink } from '../page-link.ts';

/** The posts next to a post in time; null at the ends. */
export interface Neighbours {
  older: PageLink | null;
  newer: PageLink | null;
}

/** Neighbours of posts by address, among the given ones: those that belong to no series. */
export function neighboursIn(posts: readonly PostHead[]): Map<string, Neighbours> {
  const sorted = posts.toSorted(newestFirst);
  return new Map(
    sorted.map((post, index) => [
      post.url,
      { newer: linkTo(sorted[index - 1]), older: linkTo(sorted[index + 1]) },
    ]),
  );
}

/** Orders posts by date, the newest first; those without a date come last, by path. */
export function newestFirst(a: PostHead, b: PostHead): number {
  const [first, second] = [a.frontMatter.date ?? '', b.frontMatter.date ?? ''];
  if (first !== second) return first < second ? 1 : -1;
  return a.path < b.path ? -1 : 1;
}

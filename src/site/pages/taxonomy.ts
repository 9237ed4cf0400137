import { h } from 'hastscript';
import { countOf } from '../../lib/count-of.ts';
import { ownFolders } from '../../lib/own-addresses.ts';
import type { Frame, Page } from '../frame.ts';
import { newestFirst } from '../lists/neighbours.ts';
import { postList } from '../lists/post-list.ts';
import { yearList } from '../lists/year-list.ts';
import type { ListedPost } from '../page-data.ts';
import { listPage } from './list-page.ts';

/** A way to sort posts, each with an index and a page for each of its terms. */
export type Taxonomy = 'tags' | 'categories';

const names = {
  tags: { one: 'Tag', many: 'Tags' },
  categories: { one: 'Category', many: 'Categories' },
} as const satisfies Record<Taxonomy, { one: string; many: string }>;

/** The address of a tag's or category's page. */
export function termAddress(taxonomy: Taxonomy, term: string): string {
  const part = term
    .toLowerCase()
    .replace(/[^\p{L}\p{N}._~-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return `${ownFolders[taxonomy]}${part || 'other'}/`;
}

/** A tag or category. */
export interface Term {
  /** Of its page. */
  url: string;
  name: string;
  posts: ListedPost[];
}

/** The tags or categories that posts have, by address. */
export function termsIn(taxonomy: Taxonomy, posts: readonly ListedPost[]): Term[] {
  const terms = new Map<string, Term>();
  for (const page of posts) {
    for (const name of new Set(page.post.frontMatter[taxonomy])) {
      const url = termAddress(taxonomy, name);
      const term = terms.get(url) ?? { url, name, posts: [] };
      if (term.posts.at(-1) !== page) term.posts.push(page);
      terms.set(url, term);
    }
  }
  return [...terms.values()].sort((a, b) => (a.url < b.url ? -1 : 1));
}

// A page of long entries that nobody scrolls through is no overview; one line each keeps it one page to search in.
const mostEntries = 50;

/** The page of all terms of a taxonomy; `count`: posts. */
export function indexPage(
  { taxonomy, terms }: { taxonomy: Taxonomy; terms: readonly { url: string; name: string; count: number }[] },
  frame: Frame,
): Page {
  const url = ownFolders[taxonomy];
  const title = names[taxonomy].many;
  const items = terms.map(({ url: to, name, count }) =>
    h('li', [h('a', { href: frame.hrefOf(url, to) }, name), ` ${countOf(count, 'post')}`]),
  );
  const content = [h('ul.terms', items)];
  return listPage({ url, title, description: '', header: [h('h1', title)], above: [], content }, frame);
}

/** The page of one term. */
export function termPage({ taxonomy, url, name, posts }: Term & { taxonomy: Taxonomy }, frame: Frame): Page {
  const title = `${names[taxonomy].one}: ${name}`;
  const above = [{ title: names[taxonomy].many, url: ownFolders[taxonomy] }];
  const options = { from: url, frame, level: 2 } as const;
  const sorted = posts.toSorted((a, b) => newestFirst(a.post, b.post));
  const content =
    posts.length > mostEntries
      ? yearList(sorted, options)
      : [h('section.shelf', { ariaLabel: 'Posts' }, [postList(sorted, options)])];
  return listPage({ url, title, description: '', header: [h('h1', title)], above, content }, frame);
}

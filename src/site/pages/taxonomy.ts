import { h } from 'hastscript';
import { countOf } from '../../lib/count-of.ts';
import type { Frame, Page } from '../layout.ts';
import { newestFirst } from '../neighbours.ts';
import type { PageSummary, SiteData } from '../page-data.ts';
import { postList } from '../post-list.ts';
import { yearList } from '../year-list.ts';
import { listPage } from './list-page.ts';

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
  return `${taxonomy}/${part || 'other'}/`;
}

/** The pages of a taxonomy: its index and one for each term; none when no post has any. */
export function taxonomyPages(taxonomy: Taxonomy, site: SiteData, frame: Frame): Page[] {
  const terms = new Map<string, { name: string; pages: PageSummary[] }>();
  for (const page of site.posts) {
    for (const name of new Set(page.post.frontMatter[taxonomy])) {
      const url = termAddress(taxonomy, name);
      const term = terms.get(url) ?? { name, pages: [] };
      if (!term.pages.includes(page)) term.pages.push(page);
      terms.set(url, term);
    }
  }
  if (terms.size === 0) return [];
  const sorted = [...terms].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    indexPage(taxonomy, sorted, frame),
    ...sorted.map(([url, term]) => termPage(taxonomy, url, term, frame)),
  ];
}

type Term = { name: string; pages: PageSummary[] };

// A page of long entries that nobody scrolls through is no overview; one line each keeps it one page to search in.
const mostEntries = 50;

function indexPage(taxonomy: Taxonomy, terms: [string, Term][], frame: Frame): Page {
  const url = `${taxonomy}/`;
  const title = names[taxonomy].many;
  const items = terms.map(([to, { name, pages }]) =>
    h('li', [h('a', { href: frame.hrefOf(url, to) }, name), ` ${countOf(pages.length, 'post')}`]),
  );
  const content = [h('ul.terms', items)];
  return listPage({ url, title, description: '', header: [h('h1', title)], above: [], content }, frame);
}

function termPage(taxonomy: Taxonomy, url: string, { name, pages }: Term, frame: Frame): Page {
  const title = `${names[taxonomy].one}: ${name}`;
  const above = [{ title: names[taxonomy].many, url: `${taxonomy}/` }];
  const options = { from: url, frame, level: 2 } as const;
  const sorted = pages.toSorted((a, b) => newestFirst(a.post, b.post));
  const content =
    pages.length > mostEntries
      ? yearList(sorted, options)
      : [h('section.shelf', { ariaLabel: 'Posts' }, [postList(sorted, options)])];
  return listPage({ url, title, description: '', header: [h('h1', title)], above, content }, frame);
}

import type { Element } from 'hast';
import { h } from 'hastscript';
import { countOf } from '../../lib/count-of.ts';
import type { Frame, Page } from '../layout.ts';
import type { PageSummary, SiteData } from '../page-data.ts';
import { postList } from '../post-list.ts';

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

function indexPage(taxonomy: Taxonomy, terms: [string, Term][], frame: Frame): Page {
  const url = `${taxonomy}/`;
  const items = terms.map(([to, { name, pages }]) =>
    h('li', [h('a', { href: frame.hrefOf(url, to) }, name), ` ${countOf(pages.length, 'post')}`]),
  );
  const content = [header(names[taxonomy].many, url, [], frame), h('ul.terms', items)];
  return page(url, names[taxonomy].many, content);
}

function termPage(taxonomy: Taxonomy, url: string, { name, pages }: Term, frame: Frame): Page {
  const above = [{ title: names[taxonomy].many, url: `${taxonomy}/` }];
  return page(url, `${names[taxonomy].one}: ${name}`, [
    header(`${names[taxonomy].one}: ${name}`, url, above, frame),
    h('section.shelf', { ariaLabel: 'Posts' }, [postList(pages, { from: url, frame, level: 2 })]),
  ]);
}

function header(
  title: string,
  url: string,
  above: { title: string; url: string }[],
  { hrefOf }: Frame,
): Element {
  const trail = [{ title: 'Home', url: '' }, ...above];
  const items = trail.map((step) => h('li', h('a', { href: hrefOf(url, step.url) }, step.title)));
  return h('header.page-header', [
    h('nav.breadcrumbs', { ariaLabel: 'Breadcrumbs' }, h('ol', items)),
    h('h1', title),
  ]);
}

function page(url: string, title: string, content: Page['content']): Page {
  return {
    url,
    title,
    description: '',
    kind: 'website',
    picture: null,
    published: null,
    modified: null,
    content,
  };
}

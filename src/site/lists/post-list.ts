import type { Element } from 'hast';
import { h } from 'hastscript';
import { countOf } from '../../lib/count-of.ts';
import type { PlannedPart } from '../../model/site.ts';
import { timeElement } from '../dates.ts';
import type { Frame } from '../frame.ts';
import type { ListedPost } from '../page-data.ts';
import { proofBadge } from '../proof/proof-summary.ts';

/** Where a list of posts stands: the address of its page, and the level of its headings. */
export interface ListOptions {
  from: string;
  frame: Frame;
  /** Level of the titles' headings. */
  level: 2 | 3;
}

/** Posts as a list: title, summary, and how each stands. */
export function postList(pages: readonly ListedPost[], options: ListOptions): Element {
  return h(
    'ul.posts',
    pages.map((page) => h('li', entry(page, options))),
  );
}

/** The parts of a series in order; those that are not written yet as text. */
export function partList(
  pages: readonly ListedPost[],
  planned: readonly PlannedPart[],
  options: ListOptions,
): Element {
  const written = pages.map((page) => h('li', entry(page, options)));
  const coming = planned.map((part) => h('li.planned-part', plannedEntry(part, options)));
  return h('ol.posts.parts', [...written, ...coming]);
}

/** How many parts a series has, in words. */
export function partCount({
  posts,
  planned,
}: {
  posts: readonly unknown[];
  planned: readonly unknown[];
}): string {
  const coming = planned.length > 0 ? `, ${planned.length} of them planned` : '';
  return `${countOf(posts.length + planned.length, 'part')}${coming}`;
}

function entry(
  { post, minutes, proof }: ListedPost,
  { from, frame, level }: ListOptions,
): (Element | null)[] {
  const { title, summary, description, date, draft, hideMeta, hideSummary, showReadingTime } =
    post.frontMatter;
  const text = hideSummary ? '' : summary || description;
  return [
    h(`h${level}`, h('a', { href: frame.hrefOf(from, post.url) }, title)),
    text ? h('p', text) : null,
    h('p.facts', [
      date && !hideMeta ? h('span', timeElement(date)) : null,
      showReadingTime && !hideMeta ? h('span', `${minutes} min to read`) : null,
      draft ? h('span.draft', 'Draft') : null,
      proofBadge(proof),
    ]),
  ];
}

function plannedEntry({ title, summary }: PlannedPart, { level }: ListOptions): (Element | null)[] {
  return [h(`h${level}`, title), summary ? h('p', summary) : null, h('p.facts', h('span', 'Planned'))];
}

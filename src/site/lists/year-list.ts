import type { Element } from 'hast';
import { h } from 'hastscript';
import { groupBy } from '../../lib/group-by.ts';
import { timeElement } from '../dates.ts';
import type { ListedPost } from '../page-data.ts';
import { newestFirst } from './neighbours.ts';
import type { ListOptions } from './post-list.ts';

/** Posts as one line each under the year of their date, the newest first; those without a date come last. */
export function yearList(pages: readonly ListedPost[], options: ListOptions): Element[] {
  const sorted = pages.toSorted((a, b) => newestFirst(a.post, b.post));
  const years = groupBy(sorted, ({ post }) => post.frontMatter.date?.slice(0, 4) ?? 'Without a date');
  return [...years].map(([year, members]) =>
    h('section.shelf', [
      h(`h${options.level}`, year),
      h(
        'ul.lines',
        members.map((page) => h('li', line(page, options))),
      ),
    ]),
  );
}

function line({ post }: ListedPost, { from, frame }: ListOptions): (Element | null)[] {
  const { title, date, hideMeta } = post.frontMatter;
  const link = h('a', { href: frame.hrefOf(from, post.url) }, title);
  return [link, date && !hideMeta ? timeElement(date) : null];
}

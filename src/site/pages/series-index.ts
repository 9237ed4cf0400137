import type { Element } from 'hast';
import { h } from 'hastscript';
import { ownFolders } from '../../lib/own-addresses.ts';
import type { SiteConfig } from '../../model/site.ts';
import type { Frame, Page } from '../frame.ts';
import { partCount } from '../lists/post-list.ts';
import type { ListedSeries } from '../page-data.ts';
import { listPage } from './list-page.ts';

/** All series of a site, by title. */
export function seriesIndexPage(
  { series, config }: { series: readonly ListedSeries[]; config: SiteConfig },
  frame: Frame,
): Page {
  const sorted = series.toSorted((a, b) => (a.title < b.title ? -1 : 1));
  return listPage(
    {
      url: ownFolders.series,
      title: 'Series',
      description: `All series of ${config.title}.`,
      header: [h('h1', 'Series')],
      above: [],
      content: [
        h(
          'section.shelf',
          { ariaLabel: 'Series' },
          seriesList(sorted, { from: ownFolders.series, frame, level: 2 }),
        ),
      ],
    },
    frame,
  );
}

/** Series as a list: title, what it is about, how many parts. */
export function seriesList(
  series: readonly ListedSeries[],
  { from, frame, level }: { from: string; frame: Frame; level: 2 | 3 },
): Element {
  const entry = ({ title, url, description, posts, planned }: ListedSeries): Element => {
    return h('li', [
      h(`h${level}`, h('a', { href: frame.hrefOf(from, url) }, title)),
      description ? h('p', description) : null,
      h('p.facts', h('span', partCount({ posts, planned }))),
    ]);
  };
  return h('ul.posts', series.map(entry));
}

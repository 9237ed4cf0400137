import { h } from 'hastscript';
import { countOf } from '../../lib/count-of.ts';
import type { Series } from '../../model/site.ts';
import { contentOf } from '../content-of.ts';
import type { Frame, Page } from '../layout.ts';
import { pagesOf, type SiteData } from '../page-data.ts';
import { partList } from '../post-list.ts';
import { listPage } from './list-page.ts';

/** A series' page: its introduction, and all parts in order, planned ones too. */
export function seriesPage(series: Series, site: SiteData, frame: Frame): Page {
  const pages = pagesOf(series, site);
  const introduction = site.introductions.get(series.url);
  const parts = pages.length + series.planned.length;
  const coming = series.planned.length > 0 ? `, ${series.planned.length} of them planned` : '';
  return listPage(
    {
      url: series.url,
      title: series.title,
      description: series.description,
      header: [
        h('h1', series.title),
        series.description ? h('p.lede', series.description) : null,
        h('p.facts', h('span', `${countOf(parts, 'part')}${coming}`)),
      ],
      above: [],
      content: [
        ...(introduction ? [h('div.prose', contentOf(introduction))] : []),
        h('section.shelf', { ariaLabel: 'Parts' }, [
          partList(pages, series.planned, { from: series.url, frame, level: 2 }),
        ]),
      ],
    },
    frame,
  );
}

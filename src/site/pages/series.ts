import type { Root } from 'hast';
import { h } from 'hastscript';
import { contentOf } from '../content-of.ts';
import type { Frame, Page } from '../frame.ts';
import { partCount, partList } from '../lists/post-list.ts';
import type { ListedPost, ListedSeries } from '../page-data.ts';
import { listPage } from './list-page.ts';

/** What the page of a series shows. */
export interface SeriesData {
  series: ListedSeries;
  /** Its parts. */
  posts: readonly ListedPost[];
  /** Text of its `_index.md`. */
  introduction: Root | null;
}

/** A series' page: its introduction, and all parts in order, planned ones too. */
export function seriesPage({ series, posts, introduction }: SeriesData, frame: Frame): Page {
  return listPage(
    {
      url: series.url,
      title: series.title,
      description: series.description,
      header: [
        h('h1', series.title),
        series.description ? h('p.lede', series.description) : null,
        h('p.facts', h('span', partCount({ posts, planned: series.planned }))),
      ],
      above: [],
      content: [
        ...(introduction ? [h('div.prose', contentOf(introduction))] : []),
        h('section.shelf', { ariaLabel: 'Parts' }, [
          partList(posts, series.planned, { from: series.url, frame, level: 2 }),
        ]),
      ],
    },
    frame,
  );
}

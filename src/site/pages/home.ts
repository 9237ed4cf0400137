import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { ownFolders } from '../../lib/own-addresses.ts';
import type { SiteConfig } from '../../model/site.ts';
import { contentOf } from '../content-of.ts';
import type { Frame, Page } from '../frame.ts';
import { newestFirst } from '../lists/neighbours.ts';
import { partList, postList } from '../lists/post-list.ts';
import { type ListedPost, type ListedSeries, pagesOf } from '../page-data.ts';
import { siteLinkedData } from '../programs/linked-data.ts';
import { seriesList } from './series-index.ts';

// With more parts than these, series are shown without them; with more series than these, only some.
const mostParts = 12;
const mostSeries = 8;

/** What the first page shows. */
export interface HomeData {
  config: SiteConfig;
  posts: readonly ListedPost[];
  series: readonly ListedSeries[];
  /** Text of the root's `_index.md`. */
  introduction: Root | null;
  /** Of the same; empty where there is none. */
  homeTitle: string;
}

/**
 * The first page of a site. A small site shows its series with all parts, then the other posts; a large one its newest
 * posts, then its series. Either leads to everything else.
 */
export function homePage(site: HomeData, frame: Frame): Page {
  const { config, introduction } = site;
  const { baseUrl } = config;
  const series = site.series.filter(({ posts, planned }) => posts.length + planned.length > 0);
  const parts = series.reduce((sum, { posts, planned }) => sum + posts.length + planned.length, 0);
  return {
    url: '',
    title: config.title,
    description: config.description,
    kind: 'website',
    picture: null,
    published: null,
    modified: null,
    head: {
      canonicalUrl: null,
      noIndex: false,
      twin: null,
      linkedData: baseUrl ? siteLinkedData({ ...config, baseUrl }) : [],
      pictureAlt: '',
    },
    content: [
      h('header.page-header', [
        h('h1', site.homeTitle || config.title),
        config.description ? h('p.lede', config.description) : null,
      ]),
      introduction ? h('div.prose', contentOf(introduction)) : null,
      ...(parts <= mostParts ? inFull(series, site, frame) : inShort(series, site, frame)),
    ].filter((element) => element !== null),
  };
}

function inFull(series: readonly ListedSeries[], site: HomeData, frame: Frame): Element[] {
  const alone = site.posts.filter((page) => page.series === null);
  const title = series.length > 0 ? 'Other posts' : null;
  return [
    ...series.map((one) =>
      h('section.shelf', [
        h('h2', h('a', { href: frame.hrefOf('', one.url) }, one.title)),
        one.description ? h('p.lede', one.description) : null,
        partList(pagesOf(one, site.posts), one.planned, { from: '', frame, level: 3 }),
      ]),
    ),
    ...newest(alone, { title, total: site.posts.length, site, frame }),
  ];
}

function inShort(series: readonly ListedSeries[], site: HomeData, frame: Frame): Element[] {
  const shown = series.slice(0, mostSeries);
  const all = h(
    'p.more',
    h('a', { href: frame.hrefOf('', ownFolders.series) }, `All ${series.length} series`),
  );
  return [
    ...newest(site.posts, { title: 'Newest posts', total: site.posts.length, site, frame }),
    h('section.shelf', [
      h('h2', 'Series'),
      seriesList(shown, { from: '', frame, level: 3 }),
      shown.length < series.length ? all : null,
    ]),
  ];
}

function newest(
  pages: readonly ListedPost[],
  { title, total, site, frame }: { title: string | null; total: number; site: HomeData; frame: Frame },
): Element[] {
  if (pages.length === 0) return [];
  const sorted = pages.toSorted((a, b) => newestFirst(a.post, b.post));
  const shown = sorted.slice(0, site.config.homePosts);
  const all = h(
    'p.more',
    h('a', { href: frame.hrefOf('', ownFolders.archive) }, `All ${total} posts by year`),
  );
  return [
    h('section.shelf', [
      title === null ? null : h('h2', title),
      postList(shown, { from: '', frame, level: title === null ? 2 : 3 }),
      shown.length < pages.length ? all : null,
    ]),
  ];
}

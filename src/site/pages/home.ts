import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { contentOf } from '../content-of.ts';
import type { Frame, Page } from '../layout.ts';
import { siteLinkedData } from '../linked-data.ts';
import { newestFirst } from '../neighbours.ts';
import { type PageSummary, pagesOf, type SiteData } from '../page-data.ts';
import { partList, postList } from '../post-list.ts';

/** The first page of a site: each series with its parts, then the other posts, the newest first. */
export function homePage(site: SiteData, frame: Frame): Page {
  const { config } = site;
  const { baseUrl } = config;
  const alone = site.posts
    .filter(({ series }) => series === null)
    .sort((a, b) => newestFirst(a.post, b.post));
  const introduction = site.introductions.get('');
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
      ...site.series.flatMap((series) => seriesPart(series, site, frame)),
      ...(alone.length > 0 ? posts(alone, site.series.length > 0, frame) : []),
    ].filter((element) => element !== null),
  };
}

function seriesPart(series: SiteData['series'][number], site: SiteData, frame: Frame): ElementContent[] {
  const pages = pagesOf(series, site);
  if (pages.length === 0 && series.planned.length === 0) return [];
  return [
    h('section.shelf', [
      h('h2', h('a', { href: frame.hrefOf('', series.url) }, series.title)),
      series.description ? h('p.lede', series.description) : null,
      partList(pages, series.planned, { from: '', frame, level: 3 }),
    ]),
  ];
}

function posts(pages: PageSummary[], needsHeading: boolean, frame: Frame): ElementContent[] {
  const list = postList(pages, { from: '', frame, level: needsHeading ? 3 : 2 });
  return [h('section.shelf', [needsHeading ? h('h2', 'Other posts') : null, list])];
}

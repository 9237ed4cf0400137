import type { Element } from 'hast';
import { h } from 'hastscript';
import type { SiteConfig } from '../model/site.ts';
import { absoluteHref } from './href.ts';
import type { Frame, Page } from './layout.ts';

/** What a post says to machines beyond what every page does. */
export interface ArticleHead {
  /** Where it was published first; null for here. */
  canonicalUrl: string | null;
  /** Search engines are asked to leave it out. */
  noIndex: boolean;
}

/** The part of a page's head that machines read: its address, its feeds, and what is shown where it is shared. */
export function machineHead(page: Page, frame: Frame): (Element | null)[] {
  const { config } = frame;
  return [
    page.head?.noIndex ? h('meta', { name: 'robots', content: 'noindex' }) : null,
    ...(config.baseUrl ? addresses(page, config.baseUrl, frame) : []),
    ...openGraph(page, config),
  ];
}

function addresses(page: Page, baseUrl: string, { hasFeed, hrefOf, config }: Frame): (Element | null)[] {
  const own = absoluteHref(baseUrl, page.url);
  const feed = { rel: 'alternate', type: 'application/rss+xml', title: config.title };
  const picture = page.picture ?? config.image?.path ?? null;
  return [
    h('link', { rel: 'canonical', href: page.head?.canonicalUrl ?? own }),
    hasFeed ? h('link', { ...feed, href: hrefOf(page.url, 'index.xml') }) : null,
    property('og:url', own),
    picture ? property('og:image', absoluteHref(baseUrl, picture)) : null,
    h('meta', { name: 'twitter:card', content: picture ? 'summary_large_image' : 'summary' }),
  ];
}

function openGraph(page: Page, config: SiteConfig): (Element | null)[] {
  return [
    property('og:title', page.title),
    page.description ? property('og:description', page.description) : null,
    property('og:type', page.kind),
    property('og:site_name', config.title),
    page.published ? property('article:published_time', page.published) : null,
    page.modified ? property('article:modified_time', page.modified) : null,
  ];
}

function property(name: string, content: string): Element {
  return h('meta', { property: name, content });
}

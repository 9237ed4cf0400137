import type { Element } from 'hast';
import { h } from 'hastscript';
import { ownFiles } from '../../lib/own-addresses.ts';
import type { SiteConfig } from '../../model/site.ts';
import type { Frame, Page } from '../frame.ts';
import { absoluteHref } from '../href.ts';
import { linkedDataBlock } from './linked-data.ts';

/** The part of a page's head that programs read: its address, its feeds, and what is shown where it is shared. */
export function programHead(page: Page, frame: Frame): (Element | null)[] {
  const { config, hrefOf } = frame;
  const twin = page.head?.twin ?? null;
  return [
    page.head?.noIndex ? h('meta', { name: 'robots', content: 'noindex' }) : null,
    twin ? h('link', { rel: 'alternate', type: 'text/markdown', href: hrefOf(page.url, twin) }) : null,
    ...(config.baseUrl ? addresses(page, config.baseUrl, frame) : []),
    ...openGraph(page, config),
    linkedDataBlock(page.head?.linkedData ?? []),
  ];
}

function addresses(page: Page, baseUrl: string, frame: Frame): (Element | null)[] {
  const own = absoluteHref(baseUrl, page.url);
  const picture = page.picture ?? frame.config.image?.path ?? null;
  const alt = page.picture ? page.head?.pictureAlt : frame.config.title;
  return [
    h('link', { rel: 'canonical', href: page.head?.canonicalUrl ?? own }),
    ...(frame.hasFeed ? feeds(page, frame) : []),
    property('og:url', own),
    picture ? property('og:image', absoluteHref(baseUrl, picture)) : null,
    picture && alt ? property('og:image:alt', alt) : null,
    // Without a picture, what Open Graph says is all that a card would show.
    picture ? h('meta', { name: 'twitter:card', content: 'summary_large_image' }) : null,
  ];
}

// On posts the first only: each link is a price that every reader of a page pays.
function feeds({ url, kind }: Page, { hrefOf, config }: Frame): Element[] {
  const feed = (type: string, to: string): Element =>
    h('link', { rel: 'alternate', type, title: config.title, href: hrefOf(url, to) });
  const first = feed('application/rss+xml', ownFiles.rss);
  if (kind === 'article') return [first];
  return [
    first,
    feed('application/atom+xml', ownFiles.atom),
    feed('application/feed+json', ownFiles.jsonFeed),
  ];
}

function openGraph(page: Page, config: SiteConfig): (Element | null)[] {
  return [
    property('og:title', page.title),
    page.description ? property('og:description', page.description) : null,
    property('og:type', page.kind),
    property('og:site_name', config.title),
    // A language with its country, or nothing: `en` alone is no locale here.
    /^[a-z]{2}-[A-Z]{2}$/.test(config.language)
      ? property('og:locale', config.language.replace('-', '_'))
      : null,
    page.published ? property('article:published_time', page.published) : null,
    page.modified ? property('article:modified_time', page.modified) : null,
  ];
}

function property(name: string, content: string): Element {
  return h('meta', { property: name, content });
}

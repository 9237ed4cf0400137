import { ownFiles } from '../../lib/own-addresses.ts';
import { atom } from '../feeds/atom.ts';
import { feedOf } from '../feeds/feed-entries.ts';
import { jsonFeed } from '../feeds/json-feed.ts';
import { rss } from '../feeds/rss.ts';
import type { Page } from '../frame.ts';
import { type ListPart, listPart } from '../lists/list-part.ts';
import type { Listed, PageSummary, SiteData } from '../page-data.ts';
import { llms } from './llms.ts';
import { robots, sitemap } from './sitemap.ts';

/**
 * What only programs read. All of it needs the site's full address: none without a `baseUrl`. `urls`: addresses of the pages
 * that are no posts.
 */
export function programParts(site: SiteData, { posts, series }: Listed, urls: readonly string[]): ListPart[] {
  const { baseUrl } = site.config;
  if (baseUrl === null) return [];
  const config = { ...site.config, baseUrl };
  const feed = feedOf(config, site.posts);
  const pages = [...urls.map(withoutDates), ...site.posts.filter(isIndexed).map(datesOf)];
  return [
    listPart('feeds', { posts: [], feed }, (data) => [
      { path: ownFiles.rss, text: rss(data.feed) },
      { path: ownFiles.atom, text: atom(data.feed) },
      { path: ownFiles.jsonFeed, text: jsonFeed(data.feed) },
    ]),
    listPart('sitemap', { posts: [], baseUrl, pages }, (data) => [
      { path: ownFiles.sitemap, text: sitemap(data.baseUrl, data.pages) },
      { path: ownFiles.robots, text: robots(data.baseUrl) },
    ]),
    listPart('llms', { config, posts, series }, (data) => [{ path: ownFiles.llms, text: llms(data) }]),
  ];
}

// A page that was published elsewhere first is found there.
function isIndexed({ post }: PageSummary): boolean {
  return !post.frontMatter.noIndex && post.frontMatter.canonicalUrl === null;
}

function withoutDates(url: string): Pick<Page, 'url' | 'published' | 'modified'> {
  return { url, published: null, modified: null };
}

function datesOf({ post, modified }: PageSummary): Pick<Page, 'url' | 'published' | 'modified'> {
  return { url: post.url, published: post.frontMatter.date, modified };
}

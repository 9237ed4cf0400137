import { atom, atomAddress } from './feeds/atom.ts';
import { feedOf } from './feeds/feed-entries.ts';
import { jsonFeed, jsonFeedAddress } from './feeds/json-feed.ts';
import { rss, rssAddress } from './feeds/rss.ts';
import type { Page } from './layout.ts';
import { llms } from './llms.ts';
import type { PageSummary, SiteData } from './page-data.ts';
import type { OutputFile } from './render-site.ts';
import { robots, sitemap } from './sitemap.ts';

/** What only machines read. All of it needs the site's full address: none without a `baseUrl`. */
export function machineFiles(site: SiteData, lists: readonly Page[]): OutputFile[] {
  const { baseUrl } = site.config;
  if (baseUrl === null) return [];
  const config = { ...site.config, baseUrl };
  const feed = feedOf(config, site.posts);
  const pages = [...lists, ...site.posts.filter(isIndexed).map(datesOf)];
  return [
    { path: rssAddress, text: rss(feed) },
    { path: atomAddress, text: atom(feed) },
    { path: jsonFeedAddress, text: jsonFeed(feed) },
    { path: 'sitemap.xml', text: sitemap(baseUrl, pages) },
    { path: 'robots.txt', text: robots(baseUrl) },
    { path: 'llms.txt', text: llms(config, site) },
  ];
}

// A page that was published elsewhere first is found there.
function isIndexed({ post }: PageSummary): boolean {
  return !post.frontMatter.noIndex && post.frontMatter.canonicalUrl === null;
}

function datesOf({ post, modified }: PageSummary): Pick<Page, 'url' | 'published' | 'modified'> {
  return { url: post.url, published: post.frontMatter.date, modified };
}

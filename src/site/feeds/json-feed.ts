import { ownFiles } from '../../lib/own-addresses.ts';
import { absoluteHref } from '../href.ts';
import type { Feed, FeedEntry } from './feed-entries.ts';

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with full text. */
export function jsonFeed({ config, entries }: Feed): string {
  const { baseUrl, title, description, language, author, image } = config;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: baseUrl,
    feed_url: `${baseUrl}${ownFiles.jsonFeed}`,
    ...(description ? { description } : {}),
    ...(image ? { icon: absoluteHref(baseUrl, image.path) } : {}),
    ...(author ? { authors: [{ name: author }] } : {}),
    language,
    items: entries.map(itemOf),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function itemOf(entry: FeedEntry): object {
  const { url, title, summary, content, authors, tags, published, updated } = entry;
  return {
    id: url,
    url,
    title,
    content_html: content,
    ...(summary ? { summary } : {}),
    date_published: published,
    date_modified: updated,
    authors: authors.map((name) => ({ name })),
    ...(tags.length > 0 ? { tags } : {}),
  };
}

import { escapeXml } from '../../lib/escape-xml.ts';
import { ownFiles } from '../../lib/own-addresses.ts';
import type { Feed, FeedEntry } from './feed-entries.ts';

/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification) with full text in `content:encoded` and authors as Dublin Core. A
 * description is HTML, so that a text is escaped once for that and once for XML.
 */
export function rss({ config, entries, updated }: Feed): string {
  const { baseUrl, title, description, language, license } = config;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"',
    '  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '  <channel>',
    `    <title>${escapeXml(title)}</title>`,
    `    <link>${escapeXml(baseUrl)}</link>`,
    `    <description>${escapeXml(escapeXml(description || title))}</description>`,
    `    <language>${escapeXml(language)}</language>`,
    ...(license ? [`    <copyright>${escapeXml(license.name)}</copyright>`] : []),
    ...(updated ? [`    <lastBuildDate>${rssDate(updated)}</lastBuildDate>`] : []),
    `    <atom:link href="${escapeXml(`${baseUrl}${ownFiles.rss}`)}" rel="self" type="application/rss+xml"/>`,
    ...entries.map(item),
    '  </channel>',
    '</rss>',
    '',
  ].join('\n');
}

function item({ url, title, summary, content, authors, tags, published }: FeedEntry): string {
  return [
    '    <item>',
    `      <title>${escapeXml(title)}</title>`,
    `      <link>${escapeXml(url)}</link>`,
    `      <guid isPermaLink="true">${escapeXml(url)}</guid>`,
    `      <pubDate>${rssDate(published)}</pubDate>`,
    ...authors.map((author) => `      <dc:creator>${escapeXml(author)}</dc:creator>`),
    ...tags.map((tag) => `      <category>${escapeXml(tag)}</category>`),
    `      <description>${escapeXml(escapeXml(summary))}</description>`,
    `      <content:encoded>${escapeXml(content)}</content:encoded>`,
    '    </item>',
  ].join('\n');
}

function rssDate(iso: string): string {
  return new Date(iso).toUTCString();
}

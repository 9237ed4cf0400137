import { escapeXml } from '../../lib/escape-xml.ts';
import { ownFiles } from '../../lib/own-addresses.ts';
import type { Feed, FeedEntry } from './feed-entries.ts';

// A feed must say when it was updated, even one without entries (RFC 4287, section 4.2.15).
const never = '1970-01-01T00:00:00Z';

/** Atom (RFC 4287) with full text. */
export function atom({ config, entries, updated }: Feed): string {
  const { baseUrl, title, description, language, author, license } = config;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(language)}">`,
    `  <id>${escapeXml(baseUrl)}</id>`,
    `  <title>${escapeXml(title)}</title>`,
    ...(description ? [`  <subtitle>${escapeXml(description)}</subtitle>`] : []),
    `  <updated>${updated ?? never}</updated>`,
    `  <author><name>${escapeXml(author ?? title)}</name></author>`,
    ...(license ? [`  <rights>${escapeXml(license.name)}</rights>`] : []),
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(`${baseUrl}${ownFiles.atom}`)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(baseUrl)}"/>`,
    ...entries.map(entryElement),
    '</feed>',
    '',
  ].join('\n');
}

function entryElement(entry: FeedEntry): string {
  const { url, title, summary, content, authors, tags, published, updated } = entry;
  return [
    '  <entry>',
    `    <id>${escapeXml(url)}</id>`,
    `    <title>${escapeXml(title)}</title>`,
    `    <link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
    `    <published>${published}</published>`,
    `    <updated>${updated}</updated>`,
    ...authors.map((author) => `    <author><name>${escapeXml(author)}</name></author>`),
    ...tags.map((tag) => `    <category term="${escapeXml(tag)}"/>`),
    ...(summary ? [`    <summary>${escapeXml(summary)}</summary>`] : []),
    `    <content type="html">${escapeXml(content)}</content>`,
    '  </entry>',
  ].join('\n');
}

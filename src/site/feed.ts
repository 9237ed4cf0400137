import type { SiteConfig } from '../model/site.ts';
import { absoluteHref } from './href.ts';
import type { PageSummary } from './page-data.ts';

const newest = 50;

/** The newest posts as RSS 2.0 (https://www.rssboard.org/rss-specification), with their descriptions. */
export function feed(config: SiteConfig & { baseUrl: string }, pages: readonly PageSummary[]): string {
  const dated = pages.filter(({ post }) => post.frontMatter.date !== null);
  const sorted = dated.toSorted((a, b) => timeOf(b) - timeOf(a)).slice(0, newest);
  const built = sorted[0] ? [`    <lastBuildDate>${rssDate(sorted[0])}</lastBuildDate>`] : [];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '  <channel>',
    `    <title>${escapeXml(config.title)}</title>`,
    `    <link>${escapeXml(config.baseUrl)}</link>`,
    `    <description>${escapeXml(config.description || config.title)}</description>`,
    `    <language>${escapeXml(config.language)}</language>`,
    `    <atom:link href="${escapeXml(`${config.baseUrl}index.xml`)}" rel="self" type="application/rss+xml"/>`,
    ...built,
    ...sorted.map((page) => item(page, config.baseUrl)),
    '  </channel>',
    '</rss>',
    '',
  ].join('\n');
}

function item(page: PageSummary, baseUrl: string): string {
  const { frontMatter, url } = page.post;
  const address = escapeXml(absoluteHref(baseUrl, url));
  return [
    '    <item>',
    `      <title>${escapeXml(frontMatter.title)}</title>`,
    `      <link>${address}</link>`,
    `      <guid isPermaLink="true">${address}</guid>`,
    `      <pubDate>${rssDate(page)}</pubDate>`,
    `      <description>${escapeXml(frontMatter.summary || frontMatter.description)}</description>`,
    ...frontMatter.tags.map((tag) => `      <category>${escapeXml(tag)}</category>`),
    '    </item>',
  ].join('\n');
}

function timeOf({ post }: PageSummary): number {
  return Date.parse((post.frontMatter.date ?? '').replace(' ', 'T')) || 0;
}

function rssDate(page: PageSummary): string {
  return new Date(timeOf(page)).toUTCString();
}

/** A text for XML: special signs as references, characters that XML 1.0 does not allow left out. */
export function escapeXml(text: string): string {
  const references: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => references[sign] ?? sign);
}

import { escapeXml } from '../../lib/escape-xml.ts';
import { ownFiles } from '../../lib/own-addresses.ts';
import type { Page } from '../frame.ts';
import { absoluteHref } from '../href.ts';

/** All pages for search engines (https://www.sitemaps.org/protocol.html). */
export function sitemap(
  baseUrl: string,
  pages: readonly Pick<Page, 'url' | 'published' | 'modified'>[],
): string {
  const entries = pages.map(({ url, modified, published }) => {
    const changed = (modified ?? published)?.slice(0, 10);
    const date = changed ? `<lastmod>${changed}</lastmod>` : '';
    return `  <url><loc>${escapeXml(absoluteHref(baseUrl, url))}</loc>${date}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n');
}

/** Lets every robot in and shows it the sitemap. */
export function robots(baseUrl: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${baseUrl}${ownFiles.sitemap}\n`;
}

import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';
import type { SiteConfig } from '../model/site.ts';

/** A note of all that a site does not have because its full address is not known. `path`: of its `site.yaml`. */
export function baseUrlNote({ baseUrl }: SiteConfig, path: string): Diagnostic[] {
  if (baseUrl !== null) return [];
  const message =
    'Without `baseUrl` there are no feeds, site map, robots.txt, llms.txt, canonical addresses and linked data.';
  return [
    diagnostic('base-url-missing', pointAt(path), message, 'Write `baseUrl: https://…` into this file.'),
  ];
}

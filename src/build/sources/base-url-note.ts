import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import { pointAt } from '../../model/place.ts';
import type { SiteConfig } from '../../model/site.ts';

/**
 * A note of all that a site does not have because its full address is not known. `path`: of its `site.yaml`. Nothing while
 * that file has `findings` of its own: it may well hold an address that could not be read.
 */
export function baseUrlNote(
  { config, findings }: { config: SiteConfig; findings: readonly Diagnostic[] },
  path: string,
): Diagnostic[] {
  if (config.baseUrl !== null || findings.length > 0) return [];
  const message =
    'Without `baseUrl` there are no feeds, site map, robots.txt, llms.txt, canonical addresses and linked data.';
  return [
    diagnostic('base-url-missing', pointAt(path), message, 'Write `baseUrl: https://…` into this file.'),
  ];
}

import path from 'node:path';
import { encodePart } from '../lib/encode-part.ts';

/**
 * A relative link from one page (its folder, `/` at the end) to a page or file of the site. Pages are named with their
 * `index.html`, so that links work from `file:` too, where no server completes a folder's address.
 */
export function relativeHref(from: string, to: string, anchor: string | null = null): string {
  const isPage = to === '' || to.endsWith('/');
  const hash = anchor === null ? '' : `#${encodePart(anchor)}`;
  if (isPage && to === from && hash !== '') return hash;
  const target = isPage ? `${to}index.html` : to;
  const relative = path.posix.relative(`/${from}`, `/${target}`);
  return relative.split('/').map(encodePart).join('/') + hash;
}

/** The full address of a page or file, where the site's base address is known. */
export function absoluteHref(baseUrl: string, to: string): string {
  return baseUrl + to.split('/').map(encodePart).join('/');
}

/** A link of a page as a full address; as it is when it can't be read. `page`: the page's own address, in full. */
export function fullAddress(href: string, page: string): string {
  try {
    // A server completes a folder's address; its `index.html` is for `file:` only.
    return new URL(href, page).href.replace(/\/index\.html(?=$|#)/, '/');
  } catch {
    return href;
  }
}

import path from 'node:path';
import { isBelow } from '../lib/is-below.ts';
import type { LinkTarget, PostHead } from '../model/site.ts';
import { type Candidates, candidatesFor, cutLink } from './links/addresses.ts';
import { brokenLink } from './links/broken.ts';
import { findPage, page } from './links/find-page.ts';
import type { LinkIndex, LinkKind } from './links/link-index.ts';

/**
 * Where a link or image of a post leads. Relative links are tried from the page's own address (`../p2` beside `p1/`)
 * and from the file's folder (`p2.md` beside `p1.md`).
 */
export function resolveLink(
  url: string,
  { post, root, kind }: { post: PostHead; root: string; kind: LinkKind },
  index: LinkIndex,
): LinkTarget {
  if (/^(https?:|mailto:|tel:)/i.test(url) || url.startsWith('//')) return { kind: 'external', href: url };
  const { target, anchor } = cutLink(url);
  if (kind === 'link' && target === '') return page(post, anchor, index);
  const candidates = candidatesFor(target, post, root, index.basePath);
  const found = kind === 'link' ? findPage(candidates, { post, anchor }, index) : null;
  return found ?? findFile(candidates, root, index) ?? brokenLink(url, kind, { post, candidates }, index);
}

function findFile({ files }: Candidates, root: string, index: LinkIndex): LinkTarget | null {
  for (const file of files) {
    // What becomes a page, or has the place of one, is no file of the site.
    const isPage = /\.(md|markdown)$|(^|[\\/])index\.html$/i.test(file);
    if (!isBelow(file, root) || isPage || !index.isFile(file, root)) continue;
    const size = index.sizeOf(file);
    return {
      kind: 'file',
      file,
      path: path.relative(root, file).split(path.sep).join('/'),
      width: size?.width ?? null,
      height: size?.height ?? null,
    };
  }
  return null;
}

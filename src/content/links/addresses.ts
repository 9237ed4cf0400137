import path from 'node:path';
import type { PostHead } from '../../model/site.ts';

/** All that the target of a link may mean, the likeliest first. */
export interface Candidates {
  /** Addresses in the site, without `/` at the end. */
  pages: string[];
  /** Absolute. */
  files: string[];
}

/** The pages and files that a link of a post may mean; `target` is the link without its anchor, `root` the folder of the site. */
export function candidatesFor(target: string, post: PostHead, root: string, basePath: string): Candidates {
  if (target.startsWith('/')) {
    const inSite = target.startsWith(basePath) ? target.slice(basePath.length) : target.slice(1);
    return { pages: [bare(inSite), bare(target.slice(1))], files: [path.join(root, inSite)] };
  }
  const folder = path.dirname(post.file);
  const fromFile = path.relative(root, folder).split(path.sep).join('/');
  const fromPage = path.posix.join(post.url, target);
  return {
    pages: [bare(fromPage), bare(path.posix.join(fromFile, target))],
    files: [path.join(folder, target), path.join(root, fromPage)],
  };
}

// `p2/`, `p2/index.md`, `p2.md` and `p2/index.html` all mean the page `p2`.
function bare(address: string): string {
  const clean = path.posix.normalize(`./${address}`).replace(/\/$/, '');
  return clean.replace(/(^|\/)(_?index)(\.(md|markdown|html))?$/, '').replace(/\.(md|markdown|html)$/, '');
}

/** A link cut into what it leads to and the place there, both decoded; a query is left out. */
export function cutLink(url: string): { target: string; anchor: string | null } {
  const hash = url.indexOf('#');
  const anchor = hash < 0 ? null : decode(url.slice(hash + 1));
  const target = (hash < 0 ? url : url.slice(0, hash)).replace(/\?.*$/, '');
  return { target: decode(target), anchor };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import path from 'node:path';
import { isBelow } from '../lib/is-below.ts';
import { nearest } from '../lib/nearest.ts';
import type { LinkTarget, PostHead, Series } from '../model/site.ts';
import { type Withheld, withheldWords } from './publication.ts';

/** What links can lead to. */
export interface LinkIndex {
  posts: readonly PostHead[];
  series: readonly Series[];
  /** The ids that a post's page has. */
  idsOf(post: PostHead): ReadonlySet<string>;
  /** Path of the site on its host, `/` at both ends. */
  basePath: string;
  /** Why a post will not be there, for readers of published ones; null when it will. */
  withheld(post: PostHead): Withheld | null;
  /** Whether a file lies there (absolute path) that belongs to the folder. */
  isFile(file: string, folder: string): boolean;
  sizeOf(file: string): { width: number; height: number } | null;
}

export type LinkKind = 'link' | 'image';

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
  const { target, anchor } = cut(url);
  if (kind === 'link' && target === '') return page(post, anchor, index);
  const candidates = addresses(target, post, root, index.basePath);
  const found = kind === 'link' ? findPage(candidates, { post, root, anchor }, index) : null;
  return found ?? findFile(candidates, root, index) ?? missing(url, kind, { post, candidates }, index);
}

interface Candidates {
  /** Addresses in the site, without `/` at the end. */
  pages: string[];
  /** Absolute. */
  files: string[];
}

function cut(url: string): { target: string; anchor: string | null } {
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

function addresses(target: string, post: PostHead, root: string, basePath: string): Candidates {
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

function findPage(
  candidates: Candidates,
  { post, anchor }: { post: PostHead; root: string; anchor: string | null },
  index: LinkIndex,
): LinkTarget | null {
  const lookup = lookupOf(index);
  for (const address of candidates.pages) {
    const url = address === '.' || address === '' ? '' : `${address}/`;
    const target = lookup.posts.get(url);
    if (target) return toPost(target, post, anchor, index);
    if (lookup.series.has(url) || url === '') return { kind: 'page', url, anchor: null };
    const part = plannedAt(url, index.series);
    if (part !== null) return { kind: 'planned', title: part };
  }
  const [target] = candidates.files.flatMap((file) => lookup.files.get(file) ?? []);
  return target ? toPost(target, post, anchor, index) : null;
}

interface Lookup {
  /** By address. */
  posts: ReadonlyMap<string, PostHead>;
  series: ReadonlySet<string>;
  files: ReadonlyMap<string, PostHead>;
}

// Made once for each index: a site of a thousand posts has many thousand links.
const lookups = new WeakMap<LinkIndex, Lookup>();

function lookupOf(index: LinkIndex): Lookup {
  const known = lookups.get(index);
  if (known) return known;
  // Where two posts have one address, the first is meant.
  const posts = index.posts.toReversed();
  const made = {
    posts: new Map(posts.map((post) => [post.url, post])),
    series: new Set(index.series.map(({ url }) => url)),
    files: new Map(posts.map((post) => [post.file, post])),
  };
  lookups.set(index, made);
  return made;
}

function plannedAt(url: string, series: readonly Series[]): string | null {
  for (const { url: home, planned } of series) {
    const part = planned.find(({ slug }) => url === `${home}${slug}/`);
    if (part) return part.title;
  }
  return null;
}

function toPost(target: PostHead, from: PostHead, anchor: string | null, index: LinkIndex): LinkTarget {
  const withheld = index.withheld(target);
  if (withheld !== null && index.withheld(from) === null) {
    const message = `The link leads to ${target.path}, which ${withheldWords(withheld)}.`;
    return broken('link', message, 'Publish it, list it as planned in the series, or take the link out.');
  }
  return page(target, anchor, index);
}

function page(target: PostHead, anchor: string | null, index: LinkIndex): LinkTarget {
  if (anchor === null || anchor === '' || anchor === 'top') {
    return { kind: 'page', url: target.url, anchor: anchor || null };
  }
  const anchors = index.idsOf(target);
  if (anchors.has(anchor)) return { kind: 'page', url: target.url, anchor };
  const near = nearest(anchor, [...anchors]);
  const hint = near ? `Did you mean \`#${near}\`?` : 'Headings have the ids that GitHub gives them.';
  const message = `There is no heading or id \`#${anchor}\` in ${target.path}.`;
  return { kind: 'broken', code: 'anchor-broken', message, hint };
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

function missing(
  url: string,
  kind: LinkKind,
  { post, candidates }: { post: PostHead; candidates: Candidates },
  index: LinkIndex,
): LinkTarget {
  if (kind === 'image') {
    const hint = `Put the file beside ${path.posix.basename(post.path)}, or correct its path.`;
    return broken(kind, `There is no image \`${url}\`.`, hint);
  }
  const outside = candidates.files.find((file) => index.isFile(file, path.dirname(file)));
  if (outside) {
    return broken(
      kind,
      `\`${url}\` exists, but is not part of this site.`,
      'Build the folder that holds both.',
    );
  }
  const near = nearPage(candidates, index);
  const planned = 'correct the link, or list the part as `planned` in the _index.md of its series.';
  const hint = near ? `Did you mean the page \`${near}\`? Else ${planned}` : capitalised(planned);
  return broken(kind, `There is no page or file \`${url}\`.`, hint);
}

// Names as short as `p2` are all alike, so a slip can't be told from a part that is missing.
function nearPage({ pages }: Candidates, index: LinkIndex): string | null {
  const wanted = pages.at(-1)?.split('/').at(-1) ?? '';
  if (wanted.length < 4) return null;
  const known = new Map(
    [...index.posts, ...index.series].map(({ url }) => [url.split('/').at(-2) ?? '', url.slice(0, -1)]),
  );
  return known.get(nearest(wanted, [...known.keys()]) ?? '') ?? null;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function broken(kind: LinkKind, message: string, hint: string): LinkTarget {
  return { kind: 'broken', code: kind === 'image' ? 'image-missing' : 'link-broken', message, hint };
}

import { nearest } from '../../lib/nearest.ts';
import type { LinkTarget, PostHead, Series } from '../../model/site.ts';
import { withheldWords } from '../publication.ts';
import type { Candidates } from './addresses.ts';
import { broken } from './broken.ts';
import type { LinkIndex } from './link-index.ts';

/** The first page that a link may mean, one that is planned included; null when there is none. */
export function findPage(
  candidates: Candidates,
  { post, anchor }: { post: PostHead; anchor: string | null },
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

/** A place of a page that is there; broken when the page has no such place. */
export function page(target: PostHead, anchor: string | null, index: LinkIndex): LinkTarget {
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

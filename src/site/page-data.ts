import type { Root } from 'hast';
import type { Heading } from '../markdown/headings.ts';
import type { PlannedPart, PostHead, Series, SiteConfig } from '../model/site.ts';
import type { Neighbours } from './lists/neighbours.ts';
import { linkTo, type PageLink } from './page-link.ts';
import type { PostProof, ProofSummary } from './proof/post-proof.ts';
import type { SearchEntry } from './search/search-entry.ts';
import type { SharedAddresses } from './shared-files.ts';

/** Everything that the pages of a site are made from; nothing is read from the disk any more. */
export interface SiteData extends SharedAddresses {
  config: SiteConfig;
  posts: PageSummary[];
  series: Series[];
  /** Text of the `_index.md` files, by the address of their page. */
  introductions: ReadonlyMap<string, Root>;
  /** Of the root's `_index.md`; empty where there is none. */
  homeTitle: string;
}

/**
 * What every page of the site may show of a post. It is kept for each post from build to build, in memory and on disk:
 * plain data (all that a structured clone can hold), no trees, and whole texts only of the few posts that feeds hold.
 */
export interface PageSummary extends Surroundings {
  post: PostHead;
  /** Minutes to read. */
  minutes: number;
  proof: ProofSummary;
  cover: CoverData | null;
  /** Files that the page shows or links: address in the site to absolute path. */
  files: ReadonlyMap<string, string>;
  /** What the search index knows of it. */
  search: SearchEntry;
  /** Its text for feeds (HTML); null where they don't hold it. */
  feedText: string | null;
}

/** What lists of posts may show of one: nothing that changes with every edit of its text. */
export interface ListedPost extends Pick<PageSummary, 'post' | 'minutes' | 'series'> {
  proof: ListedProof;
}

/** What lists may show of a proof: no single block. */
export type ListedProof = Omit<ProofSummary, 'unproven' | 'differing'>;

/** What lists may show of a series besides its posts. */
export interface ListedSeries extends Omit<Series, 'section' | 'posts'> {
  posts: { url: string }[];
}

/** What most lists are made from. */
export interface Listed {
  posts: readonly ListedPost[];
  series: readonly ListedSeries[];
}

/** Leaves out what lists do not show. */
export function listed({ posts, series }: Pick<SiteData, 'posts' | 'series'>): Listed {
  return { posts: posts.map(listedPost), series: series.map(listedSeries) };
}

function listedPost({ post, minutes, series, proof }: PageSummary): ListedPost {
  const { unproven: _unproven, differing: _differing, ...shown } = proof;
  return { post, minutes, series, proof: shown };
}

function listedSeries({ title, url, description, planned, posts }: Series): ListedSeries {
  return { title, url, description, planned, posts: posts.map((post) => ({ url: post.url })) };
}

/**
 * A post with all that its own page is made from. The page is made anew when any of this has changed, and only then: what
 * it shows of other posts must stand here.
 */
export interface PageData extends PageSummary {
  headings: Heading[];
  body: Root;
  proof: PostProof;
  /** The file of its passages for the search. */
  searchText: string;
  /** The same as Markdown. */
  twin: string;
}

/** What a post's page shows that follows from the site around it, not from its own text and proof. */
export interface Surroundings extends Neighbours {
  series: SeriesPlace | null;
  /** When it was last changed (ISO 8601): as its author says, else as git does; null where nobody knows. */
  modified: string | null;
  /** Its Markdown file, from the folder of `site.yaml`, with `/`: the same wherever the build was called. */
  sourcePath: string;
  /** Where it can be edited; null where nobody says. */
  edit: string | null;
  /** Whether it is one of the newest posts, whose full text the feeds hold. */
  isInFeeds: boolean;
}

/** Where a post stands in its series. */
export interface SeriesPlace {
  title: string;
  url: string;
  /** From 1. */
  part: number;
  /** How many parts there are, planned ones too. */
  parts: number;
  previous: PageLink | null;
  next: PageLink | null;
  /** The first part that is still to be written. */
  planned: PlannedPart | null;
}

/** A picture of a post: its address in the site, and its size in pixels where that is known. */
export interface CoverData {
  path: string;
  alt: string;
  caption: string;
  width: number | null;
  height: number | null;
}

/** Where the posts of a series stand in it, by address. */
export function placesIn({ title, url, posts, planned }: Series): Map<string, SeriesPlace> {
  return new Map(
    posts.map((post, index) => {
      const [previous, next] = [linkTo(posts[index - 1]), linkTo(posts[index + 1])];
      const place = { title, url, part: index + 1, parts: posts.length + planned.length, previous, next };
      return [post.url, { ...place, planned: planned[0] ?? null }];
    }),
  );
}

/** The posts of a series that the site has, in their order. */
export function pagesOf(series: Pick<ListedSeries, 'posts'>, posts: readonly ListedPost[]): ListedPost[] {
  const known = byAddress(posts);
  return series.posts.flatMap(({ url }) => known.get(url) ?? []);
}

const addresses = new WeakMap<readonly ListedPost[], ReadonlyMap<string, ListedPost>>();

// Asked for with each of a site's series.
function byAddress(posts: readonly ListedPost[]): ReadonlyMap<string, ListedPost> {
  const known = addresses.get(posts) ?? new Map(posts.map((page) => [page.post.url, page]));
  addresses.set(posts, known);
  return known;
}

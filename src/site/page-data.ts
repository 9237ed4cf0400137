import type { Root } from 'hast';
import type { Heading } from '../markdown/headings.ts';
import type { Post, Series, SiteConfig } from '../model/site.ts';
import type { PostProof } from './post-proof.ts';

/** Everything that the pages of a site are made from; nothing is read from the disk any more. */
export interface SiteData {
  config: SiteConfig;
  posts: PageData[];
  series: Series[];
  /** Text of the `_index.md` files, by the address of their page. */
  introductions: ReadonlyMap<string, Root>;
  /** Of the root's `_index.md`; empty where there is none. */
  homeTitle: string;
  /** Addresses in the site of the shared files. */
  styles: string;
  script: string;
  favicon: string;
}

/** One post, rendered. */
export interface PageData {
  post: Post;
  body: Root;
  headings: Heading[];
  /** Minutes to read. */
  minutes: number;
  proof: PostProof;
  series: Series | null;
  cover: CoverData | null;
  /** Files that the page shows or links: address in the site to absolute path. */
  files: ReadonlyMap<string, string>;
}

export interface CoverData {
  path: string;
  alt: string;
  caption: string;
  width: number | null;
  height: number | null;
}

/** What `site.yaml` says about the whole site; every field has a default. */
export interface SiteConfig {
  title: string;
  /** Ends in `/`. Null when unknown: then no canonical addresses, feed and sitemap can be written. */
  baseUrl: string | null;
  author: string | null;
  description: string;
  /** BCP 47. */
  language: string;
  /** Addresses are relative to the site's root, or absolute. */
  navigation: { title: string; url: string }[];
}

/** The front matter of a post or a section after checking; lists are lists, absent texts are empty. */
export interface FrontMatter {
  title: string;
  /** ISO 8601 date or date and time as written; null where there is none. */
  date: string | null;
  lastmod: string | null;
  draft: boolean;
  authors: string[];
  description: string;
  summary: string;
  tags: string[];
  categories: string[];
  series: string[];
  weight: number | null;
  showToc: boolean;
  math: boolean;
  cover: Cover | null;
  slug: string | null;
  aliases: string[];
  level: string;
  prerequisites: string[];
  /** Parts of a series that are still to be written; only in `_index.md`. */
  planned: PlannedPart[];
}

export interface Cover {
  image: string;
  alt: string;
  caption: string;
  hidden: boolean;
}

export interface PlannedPart {
  slug: string;
  title: string;
  summary: string;
}

/** A post with its front matter and its address. */
export interface Post {
  path: string;
  /** Absolute. */
  file: string;
  source: string;
  /** Folder of its page in the site, `/` at the end: `docker/p1/`. */
  url: string;
  frontMatter: FrontMatter;
}

/** A post without its text: what there is to know of it before it is read. */
export type PostHead = Omit<Post, 'source'>;

/** An ordered set of posts with a page of its own. */
export interface Series {
  title: string;
  /** Folder of its page in the site, `/` at the end. */
  url: string;
  description: string;
  /** The `_index.md` that introduces it. */
  section: PostHead | null;
  posts: PostHead[];
  planned: PlannedPart[];
}

/** Where a link or an image of a post leads. */
export type LinkTarget =
  /** Another site, or an address that is kept as it is. */
  | { kind: 'external'; href: string }
  /** A page of this site; `anchor` without `#`. */
  | { kind: 'page'; url: string; anchor: string | null }
  /** A file that is copied to `path` (from the site's root). Pixels where it is an image whose size is known. */
  | { kind: 'file'; file: string; path: string; width: number | null; height: number | null }
  /** A part that is not written yet. */
  | { kind: 'planned'; title: string }
  | {
      kind: 'broken';
      code: 'link-broken' | 'anchor-broken' | 'image-missing';
      message: string;
      hint: string;
    };

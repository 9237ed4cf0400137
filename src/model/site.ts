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
  /** Where a post's source can be edited; `{path}` in it is the file's path from the folder of `site.yaml`. */
  editUrl: string | null;
  license: { name: string; url: string | null } | null;
  /** Picture that stands for pages without one of their own: address in the site and absolute path. */
  image: { path: string; file: string } | null;
  /** A line at the foot of every page; empty where there is none. */
  footer: string;
  /** How many posts the first page and the feeds list at most. */
  homePosts: number;
  feedPosts: number;
}

/** The front matter of a post or a section after checking; lists are lists, absent texts are empty. */
export interface FrontMatter {
  title: string;
  /** ISO 8601 date or date and time as written; null where there is none. */
  date: string | null;
  lastmod: string | null;
  publishDate: string | null;
  expiryDate: string | null;
  draft: boolean;
  authors: string[];
  description: string;
  summary: string;
  tags: string[];
  categories: string[];
  series: string[];
  weight: number | null;
  showToc: boolean;
  showBreadcrumbs: boolean;
  showReadingTime: boolean;
  showPostNavLinks: boolean;
  /** Leaves author, dates and reading time out. */
  hideMeta: boolean;
  hideSummary: boolean;
  searchHidden: boolean;
  /** Search engines are asked to leave the page out. */
  noIndex: boolean;
  canonicalUrl: string | null;
  /** Where the page can be edited: as `editUrl` of the site says, at an address of its own, or nowhere. */
  edit: { kind: 'site' } | { kind: 'address'; url: string } | { kind: 'none' };
  math: boolean;
  cover: Cover | null;
  slug: string | null;
  aliases: string[];
  level: string;
  prerequisites: string[];
  /** Parts of a series that are still to be written; only in `_index.md`. */
  planned: PlannedPart[];
}

/** The picture of a post, as its front matter names it. */
export interface Cover {
  image: string;
  alt: string;
  caption: string;
  hidden: boolean;
}

/** A part of a series that is still to be written. */
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

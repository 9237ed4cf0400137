import type { Root } from 'hast';
import type { LinkKind } from '../../content/links/link-index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinkTarget, PostHead } from '../../model/site.ts';
import type { PageSummary, Surroundings } from '../../site/page-data.ts';
import type { KeptFile } from '../kept/kept-pages.ts';

/** What is known of a Markdown file from its bytes and its place alone, and the page that was made of it. */
export interface PostRecord {
  /** SHA-256 (hex) of the file's bytes. */
  digest: string;
  root: string;
  post: PostHead;
  /** Where `slug` stands, from 1. */
  slugLine: number;
  /** Every id on the page; null until the whole text was read. */
  ids: string[] | null;
  /** Null until it was made, and always for a draft that is left out. */
  page: PageRecord | null;
}

/** A page with everything that it was made from, so that it is known when it must be made anew. */
export interface PageRecord {
  /** Digest of all that it depends on, but for where its links lead. */
  key: string;
  /** Where its links and images led. */
  links: FollowedLink[];
  /** Of the text, the plan, the links and the proof. */
  findings: Diagnostic[];
  summary: Omit<PageSummary, 'post' | keyof Surroundings>;
  /** The text as a tree; for sections only, whose text stands on a page that lists posts. */
  body: Root | null;
  files: KeptFile[];
}

/** A link of a post within its site. */
export interface FollowedLink {
  url: string;
  kind: LinkKind;
  target: LinkTarget;
}

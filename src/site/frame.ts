import type { ElementContent } from 'hast';
import type { SiteConfig } from '../model/site.ts';
import type { SharedAddresses } from './shared-files.ts';

/** A page of the site, as the layout frames it. */
export interface Page {
  /** Its folder in the site, `/` at the end; empty for the home page. */
  url: string;
  title: string;
  description: string;
  /** `article` for posts; all others get the styles of lists, and name the feeds of all formats. */
  kind: 'website' | 'article';
  /** Address of a picture in the site that stands for the page; null for none. */
  picture: string | null;
  /** Dates (ISO 8601) of a post. */
  published: string | null;
  modified: string | null;
  /** What it says to programs beyond what every page does. */
  head?: ProgramHead;
  content: ElementContent[];
}

/** What is the same around all pages of a site. */
export interface Frame extends SharedAddresses {
  config: SiteConfig;
  hasFeed: boolean;
  /** How links are made; the 404 page needs absolute ones, since it is shown at any address. */
  hrefOf(from: string, to: string, anchor?: string | null): string;
}

/** What a page says to programs beyond what every page does. */
export interface ProgramHead {
  /** Where it was published first; null for here. */
  canonicalUrl: string | null;
  /** Search engines are asked to leave it out. */
  noIndex: boolean;
  /** Address in the site of the same as Markdown; null where there is none. */
  twin: string | null;
  /** Things of schema.org. */
  linkedData: readonly Record<string, unknown>[];
  /** Words that stand for it where it is shared. */
  pictureAlt: string;
}

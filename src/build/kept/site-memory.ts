import type { PostRecord } from '../pages/page-record.ts';
import type { KnownFile } from './file-digests.ts';
import type { KeptFile } from './kept-pages.ts';

/**
 * What is kept from build to build of the same site; see `buildSite`. Everything in it is plain data about inputs that
 * are named by digests, so it is never wrong to use it again, only useless.
 */
export interface SiteMemory {
  /** By absolute path. */
  known: ReadonlyMap<string, KnownFile>;
  /** Posts and sections by absolute path. */
  posts: ReadonlyMap<string, PostRecord>;
  lists: KnownLists;
  /** Of each file of the site, a digest of its content. */
  digests: ReadonlyMap<string, string>;
}

/** The files that belong to no single post in parts, by name: each with the digest of all that it is made from. */
export type KnownLists = ReadonlyMap<string, { key: string; files: KeptFile[] }>;

/** A memory of nothing yet. */
export function siteMemory(): SiteMemory {
  return { known: new Map(), posts: new Map(), lists: new Map(), digests: new Map() };
}

/** Whether a build has learnt anything that the memory before it does not hold. */
export function hasNews(before: SiteMemory, after: SiteMemory): boolean {
  if (before.lists !== after.lists || before.known.size !== after.known.size) return true;
  return (
    [...after.known].some(([file, known]) => before.known.get(file) !== known) ||
    [...after.posts].some(([file, { page }]) => before.posts.get(file)?.page !== page)
  );
}

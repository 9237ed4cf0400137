import type { PostHead, Series } from '../model/site.ts';
import type { ListPart } from '../site/lists/list-part.ts';
import { renderLists } from '../site/lists/render-lists.ts';
import type { ListedPost, PageSummary, SiteData } from '../site/page-data.ts';
import type { SharedFiles } from '../site/shared-files.ts';
import { digestOfData } from './kept/digest-of-data.ts';
import { isStillKept, type KeptFile, keepFiles } from './kept/kept-pages.ts';
import type { KnownLists } from './kept/site-memory.ts';
import type { PageRecord } from './pages/page-record.ts';
import type { OpenedSource } from './sources/opened-source.ts';
import type { SiteWorld } from './sources/site-world.ts';

/** What the pages that make themselves are made from. */
export interface ListSources {
  /** With their pages. */
  posts: readonly OpenedSource[];
  sections: readonly OpenedSource[];
  series: readonly Series[];
  shared: SharedFiles;
}

/**
 * Makes all files of the site that belong to no single post, but for the parts that an earlier build made from the same
 * data. `known` is `before` itself when nothing was made.
 */
export function makeLists(
  sources: ListSources,
  { world, before, folder }: { world: SiteWorld; before: KnownLists; folder: string | null },
): { files: KeptFile[]; known: KnownLists } {
  const site = siteData(sources, world);
  const keyOf = partKeys(world);
  const known = new Map<string, { key: string; files: KeptFile[] }>();
  let isNew = false;
  const filesOf = (part: ListPart): KeptFile[] => {
    const key = keyOf(part);
    const earlier = before.get(part.name);
    const isFresh = earlier?.key === key && earlier.files.every(isStillKept);
    const list = isFresh ? earlier : { key, files: keepFiles(part.make(), folder) };
    isNew ||= !isFresh;
    known.set(part.name, list);
    return list.files;
  };
  const files = renderLists({ ...site, ...sources.shared }, world.frame, filesOf);
  return { files, known: isNew || known.size !== before.size ? known : before };
}

function siteData({ posts, sections, series, shared }: ListSources, world: SiteWorld): SiteData {
  const home = sections.find(({ record }) => record.post.url === '');
  return {
    config: world.frame.config,
    posts: posts.map(({ record }) => summaryOf(record.post, pageOf(record), world)),
    series: [...series],
    introductions: new Map(
      sections.flatMap(({ record: { post, page } }) => (page?.body ? [[post.url, page.body]] : [])),
    ),
    homeTitle: home?.record.post.frontMatter.title ?? '',
    ...shared,
  };
}

const headDigests = new WeakMap<PostHead, string>();

// What is known of a post's head stays the same object until its file changes.
function digestOfHead(post: PostHead): string {
  const digest = headDigests.get(post) ?? digestOfData(post);
  headDigests.set(post, digest);
  return digest;
}

/** Digests of all that parts depend on. A post stands in many of them, so its own digest is worked out once. */
function partKeys({ frameDigest }: SiteWorld): (part: ListPart) => string {
  const digests = new Map<ListedPost, string>();
  const digestOfPost = (listed: ListedPost): string => {
    const { post, ...rest } = listed;
    const digest = digests.get(listed) ?? digestOfData([digestOfHead(post), rest]);
    digests.set(listed, digest);
    return digest;
  };
  return ({ name, posts, rest }) => digestOfData([frameDigest, name, rest, posts.map(digestOfPost)]);
}

function pageOf({ page }: { page: PageRecord | null }): PageRecord {
  if (page === null) throw new Error('a list was asked for before its pages were made');
  return page;
}

function summaryOf(post: PostHead, { summary }: PageRecord, { around }: SiteWorld): PageSummary {
  return { ...summary, post, ...around(post) };
}

import type { PostHead, Series } from '../model/site.ts';
import type { PageSummary, SiteData } from '../site/page-data.ts';
import { renderLists } from '../site/render-site.ts';
import type { SharedFiles } from '../site/shared-files.ts';
import { digestOfData } from './digest.ts';
import { isStillKept, keepFiles } from './kept-pages.ts';
import type { PageRecord } from './page-record.ts';
import type { PostSource } from './post-source.ts';
import type { Lists } from './site-memory.ts';
import type { SiteWorld } from './site-world.ts';

export interface ListParts {
  /** With their pages. */
  posts: readonly PostSource[];
  sections: readonly PostSource[];
  series: readonly Series[];
  shared: SharedFiles;
}

/** Makes all files of the site that belong to no single post, unless those of an earlier build are what they would be. */
export function makeLists(
  parts: ListParts,
  { world, before, folder }: { world: SiteWorld; before: Lists | null; folder: string | null },
): Lists {
  const key = listsKey(parts, world);
  if (before?.key === key && before.files.every(isStillKept)) return before;
  const { posts, sections, series, shared } = parts;
  const home = sections.find(({ record }) => record.post.url === '');
  const data: SiteData = {
    config: world.frame.config,
    posts: posts.map(({ record }) => summaryOf(record.post, pageOf(record), world)),
    series: [...series],
    introductions: new Map(
      sections.flatMap(({ record: { post, page } }) => (page?.body ? [[post.url, page.body]] : [])),
    ),
    homeTitle: home?.record.post.frontMatter.title ?? '',
    ...shared,
  };
  return { key, files: keepFiles(renderLists({ ...data, ...shared }, world.frame), folder) };
}

function listsKey({ posts, sections, series, shared }: ListParts, world: SiteWorld): string {
  const members = series.map(({ section, posts: parts, ...own }) => [
    own,
    section?.url,
    parts.map(({ url }) => url),
  ]);
  return digestOfData([
    posts.map(({ record }) => [record.post, pageOf(record).summaryDigest, world.around(record.post)]),
    sections.map(({ record }) => [record.post, record.page?.body]),
    members,
    shared.shared,
    world.frameDigest,
  ]);
}

function pageOf({ page }: { page: PageRecord | null }): PageRecord {
  if (page === null) throw new Error('a list was asked for before its pages were made');
  return page;
}

function summaryOf(post: PostHead, { summary }: PageRecord, { around }: SiteWorld): PageSummary {
  return { ...summary, post, ...around(post) };
}

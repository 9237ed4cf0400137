import path from 'node:path';
import { imageSizeOf } from '../content/image-size.ts';
import type { LinkIndex } from '../content/links/link-index.ts';
import { resolveLink } from '../content/links.ts';
import { type LoadedSources, loadNeighbours, loadSources } from '../content/load-sources.ts';
import { isOwnFile } from '../content/own-file.ts';
import { findDuplicates, slugLineIn } from '../content/page-address.ts';
import { type Withheld, withheldAt } from '../content/publication.ts';
import type { ContentFile } from '../content/read-source.ts';
import { findSeries } from '../content/series.ts';
import { loadSiteConfig } from '../content/site-config.ts';
import type { Body } from '../markdown/body.ts';
import { noExtras } from '../markdown/code-block.ts';
import { type RenderedBody, renderBody } from '../markdown/render-body.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plan } from '../model/plan.ts';
import type { Post, PostHead, Series, SiteConfig } from '../model/site.ts';
import { relativeHref } from '../site/href.ts';
import { noCache, type PostCache, postCache } from './kept/post-cache.ts';
import { followCover } from './pages/follow-cover.ts';
import { pageFindings } from './pages/page-findings.ts';
import { type ReadPost, readPost } from './sources/read-post.ts';

/** The posts that were asked for, with what is wrong with them. */
export interface CheckedSite {
  config: SiteConfig;
  posts: CheckedPost[];
  sections: CheckedPost[];
  series: Series[];
  findings: Diagnostic[];
  /** No post could be loaded because the paths are wrong: a mistake in the command, not in a post. */
  isUsageError: boolean;
}

/** A post with everything that can be said about it without running it. */
export interface CheckedPost {
  post: Post;
  root: string;
  plan: Plan;
  body: Body;
  rendered: RenderedBody;
}

/** From where paths count, and which posts belong to the site. */
export interface CheckOptions {
  cwd: string;
  /**
   * Whether drafts (and posts whose time has not come or is over) belong to the site. With `check` they are looked at,
   * but published posts may not link to them. They are read in any case, so that such links can be explained.
   */
  drafts: boolean | 'check';
  /** When the site is made: a post of a later day is left out as a draft is. Absent: no post is left out for its dates. */
  now?: Date;
  /** Where what is known of a text may be kept for the next run; nowhere when absent. */
  cacheFolder?: string | null;
}

/** Reads posts, plans their blocks and renders their text: all findings that need no Docker. */
export async function checkPosts(paths: string[], options: CheckOptions): Promise<CheckedSite> {
  const loaded = await loadSources(paths, { cwd: options.cwd });
  const root = loaded.posts[0]?.root ?? path.resolve(options.cwd, paths[0] ?? '.');
  const { config, findings } = await loadSiteConfig(root, { cwd: options.cwd });
  const cache = options.cacheFolder ? postCache(options.cacheFolder) : noCache;
  const given = await readAll(loaded.posts, cache);
  // Nothing lies before or behind a time that is none.
  const withheld = ({ frontMatter }: PostHead): Withheld | null =>
    withheldAt(frontMatter, options.now ?? new Date(Number.NaN));
  const kept = given.filter(({ post }) => options.drafts !== false || withheld(post) === null);
  const sections = await readAll(loaded.sections, cache);
  const published = kept.map(({ post }) => post);
  const around = await readNeighbours(loaded, options, cache);
  const series = findSeries(
    [...kept, ...around.posts].map(({ post }) => post),
    [...sections, ...around.sections].map(({ post }) => post),
  );
  const index = linkIndex([...given, ...around.posts], {
    series,
    config,
    withheld: options.drafts === true ? () => null : withheld,
  });
  const posts = await Promise.all(kept.map((read) => finish(read, index)));
  const introductions = await Promise.all(sections.map((read) => finish(read, index)));
  return {
    config,
    posts,
    sections: introductions,
    series,
    findings: [
      ...loaded.findings,
      ...findings,
      ...findDuplicates(published, ({ source }) => slugLineIn(source)),
      ...posts.flatMap(({ rendered }, index) => pageFindings(kept[index]!, rendered)),
      ...introductions.flatMap(({ rendered }, index) => pageFindings(sections[index]!, rendered)),
    ],
    isUsageError: isUsageError(loaded),
  };
}

function readAll(files: readonly ContentFile[], cache: PostCache): Promise<ReadPost[]> {
  return Promise.all(files.map((file) => readPost(file, cache)));
}

async function readNeighbours(
  loaded: LoadedSources,
  { cwd }: CheckOptions,
  cache: PostCache,
): Promise<{ posts: ReadPost[]; sections: ReadPost[] }> {
  const { posts, sections } = await loadNeighbours(loaded, { cwd });
  return {
    posts: await readAll(posts, cache),
    sections: await readAll(sections, cache),
  };
}

function linkIndex(
  read: readonly ReadPost[],
  { series, config, withheld }: Pick<LinkIndex, 'withheld'> & { series: Series[]; config: SiteConfig },
): LinkIndex {
  const ids = new Map(read.map(({ post, body }) => [post.file, body.ids]));
  return {
    posts: read.map(({ post }) => post),
    series,
    idsOf: (post) => ids.get(post.file) ?? new Set(),
    basePath: config.baseUrl ? new URL(config.baseUrl).pathname : '/',
    withheld,
    isFile: isOwnFile,
    sizeOf: imageSizeOf,
  };
}

async function finish(read: ReadPost, index: LinkIndex): Promise<CheckedPost> {
  const { post, root, plan, body } = read;
  const rendered = await renderBody(body, {
    path: post.path,
    source: post.source,
    resolve: (url, kind) => resolveLink(url, { post, root, kind }, index),
    hrefOf: (target, anchor) => relativeHref(post.url, target, anchor),
    extrasOf: () => noExtras,
  });
  followCover(read, rendered, (url, kind) => resolveLink(url, { post, root, kind }, index));
  return { post, root, plan, body, rendered };
}

function isUsageError({ posts, findings }: LoadedSources): boolean {
  const usage = new Set(['file-unreadable', 'folder-empty']);
  return posts.length === 0 && findings.every(({ code }) => usage.has(code));
}

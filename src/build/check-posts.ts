import { statSync } from 'node:fs';
import path from 'node:path';
import type { Code } from 'mdast';
import { imageSizeOf } from '../content/image-size.ts';
import { type LinkIndex, resolveLink } from '../content/links.ts';
import { type LoadedSources, loadNeighbours, loadSources } from '../content/load-sources.ts';
import { findDuplicates } from '../content/page-address.ts';
import { type Withheld, withheldAt, withheldNotes } from '../content/publication.ts';
import { findSeries } from '../content/series.ts';
import { loadSiteConfig } from '../content/site-config.ts';
import type { Body } from '../markdown/body.ts';
import { type BlockExtras, noExtras } from '../markdown/code-block.ts';
import { type RenderedBody, renderBody } from '../markdown/render-body.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Plan } from '../model/plan.ts';
import type { LinkTarget, Post, Series, SiteConfig } from '../model/site.ts';
import { relativeHref } from '../site/href.ts';
import { noCache, type PostCache, postCache } from './post-cache.ts';
import { type ReadPost, readPosts } from './read-post.ts';

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
  cover: (LinkTarget & { kind: 'file' }) | null;
}

export interface CheckOptions {
  cwd: string;
  /**
   * Whether drafts (and posts whose time has not come or is over) belong to the site. With `check` they are looked at, but published posts may not link to them.
   * They are read in any case, so that such links can be explained.
   */
  drafts: boolean | 'check';
  /** When the site is made: a post of a later day is left out as a draft is. Absent: no post is left out for its dates. */
  now?: Date;
  /** Where what is known of a text may be kept for the next run; nowhere when absent. */
  cacheFolder?: string | null;
  /** Posts around the given ones (in the same site) are there to be linked to; a build has only what it is given. */
  neighbours?: boolean;
  /** What stands under each code block; nothing when only findings are wanted. */
  extrasFor?: (post: Post, plan: Plan) => Promise<ExtrasOf>;
}

export type ExtrasOf = (block: { hash: string; nth: number; code: Code }) => BlockExtras;

/** Reads posts, plans their blocks and renders their text: all findings that need no Docker. */
export async function checkPosts(paths: string[], options: CheckOptions): Promise<CheckedSite> {
  const loaded = await loadSources(paths, { cwd: options.cwd });
  const root = loaded.posts[0]?.root ?? path.resolve(options.cwd, paths[0] ?? '.');
  const { config, findings } = await loadSiteConfig(root, { cwd: options.cwd });
  const cache = options.cacheFolder ? postCache(options.cacheFolder) : noCache;
  const given = await readPosts(loaded.posts, cache);
  // Nothing lies before or behind a time that is none.
  const withheld = ({ frontMatter }: Post): Withheld | null =>
    withheldAt(frontMatter, options.now ?? new Date(Number.NaN));
  const kept = given.filter(({ post }) => options.drafts !== false || withheld(post) === null);
  const sections = await readPosts(loaded.sections, cache);
  const published = kept.map(({ post }) => post);
  const around = options.neighbours === false ? nobody : await readNeighbours(loaded, options, cache);
  const series = findSeries(
    [...kept, ...around.posts].map(({ post }) => post),
    [...sections, ...around.sections].map(({ post }) => post),
  );
  const index = linkIndex([...given, ...around.posts], {
    series,
    config,
    withheld: options.drafts === true ? () => null : withheld,
  });
  const posts = await Promise.all(kept.map((read) => finish(read, index, options)));
  const introductions = await Promise.all(sections.map((read) => finish(read, index, options)));
  return {
    config,
    posts,
    sections: introductions,
    series,
    findings: [
      ...loaded.findings,
      ...findings,
      ...findDuplicates(published),
      ...(options.drafts === false && options.now
        ? withheldNotes(
            given.map(({ post }) => post),
            options.now,
          )
        : []),
      ...collect([...posts, ...introductions], [...kept, ...sections]),
    ],
    isUsageError: isUsageError(loaded),
  };
}

const nobody = { posts: [], sections: [] };

async function readNeighbours(
  loaded: LoadedSources,
  { cwd }: CheckOptions,
  cache: PostCache,
): Promise<{ posts: ReadPost[]; sections: ReadPost[] }> {
  const { posts, sections } = await loadNeighbours(loaded, { cwd });
  return {
    posts: await readPosts(posts, cache),
    sections: await readPosts(sections, cache),
  };
}

function linkIndex(
  read: readonly ReadPost[],
  { series, config, withheld }: Pick<LinkIndex, 'withheld'> & { series: Series[]; config: SiteConfig },
): LinkIndex {
  return {
    posts: read.map(({ post }) => post),
    series,
    anchors: new Map(read.map(({ post, body }) => [post, body.ids])),
    basePath: config.baseUrl ? new URL(config.baseUrl).pathname : '/',
    withheld,
    isFile: (file) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false,
    sizeOf: imageSizeOf,
  };
}

async function finish(read: ReadPost, index: LinkIndex, options: CheckOptions): Promise<CheckedPost> {
  const { post, root, plan, body } = read;
  const extrasOf = await options.extrasFor?.(post, plan);
  const rendered = await renderBody(body, {
    path: post.path,
    source: post.source,
    resolve: (url, kind) => resolveLink(url, { post, root, kind }, index),
    hrefOf: (target, anchor) => relativeHref(post.url, target, anchor),
    extrasOf: extrasOf ?? (() => noExtras),
  });
  return { post, root, plan, body, rendered, cover: coverOf(read, rendered, index) };
}

function coverOf(
  { post, root, coverPlace }: ReadPost,
  rendered: RenderedBody,
  index: LinkIndex,
): CheckedPost['cover'] {
  const { cover } = post.frontMatter;
  if (!cover) return null;
  const target = resolveLink(cover.image, { post, root, kind: 'image' }, index);
  if (target.kind === 'broken') {
    rendered.findings.push(diagnostic(target.code, coverPlace, target.message, target.hint));
  }
  if (target.kind !== 'file') return null;
  rendered.files.set(target.path, target.file);
  return target;
}

// A section has no front matter that it must have, and no commands that are run.
function collect(posts: readonly CheckedPost[], read: readonly ReadPost[]): Diagnostic[] {
  return posts.flatMap(({ post, plan, rendered }, index) => {
    const isSection = path.basename(post.file) === '_index.md';
    const own = (read[index]?.findings ?? []).filter(
      ({ code }) => !isSection || code !== 'front-matter-missing',
    );
    const planned = isSection ? [] : plan.findings;
    const codes = new Set(planned.map(({ code }) => code));
    // The plan may report what the page reports too.
    const shown = rendered.findings.filter(({ code }) => code !== 'diagram-markup' || !codes.has(code));
    return [...own, ...planned, ...shown];
  });
}

function isUsageError({ posts, findings }: LoadedSources): boolean {
  const usage = new Set(['file-unreadable', 'folder-empty']);
  return posts.length === 0 && findings.every(({ code }) => usage.has(code));
}

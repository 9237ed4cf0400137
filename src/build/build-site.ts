import { createHash } from 'node:crypto';
import { shownPath } from '../content/load-sources.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plan } from '../model/plan.ts';
import type { Proof } from '../model/proof.ts';
import type { Post } from '../model/site.ts';
import { editAddress } from '../site/edit-address.ts';
import { makeFrame } from '../site/layout.ts';
import { type Neighbours, neighboursIn } from '../site/neighbours.ts';
import { type PageData, placesIn, type SeriesPlace } from '../site/page-data.ts';
import { blockStateOf, type PostProof, postProof } from '../site/post-proof.ts';
import { proofMark } from '../site/proof-mark.ts';
import { minutesToRead } from '../site/reading-time.ts';
import { type OutputFile, renderLists, renderPost } from '../site/render-site.ts';
import { passagesOf } from '../site/search/passages.ts';
import { searchEntry } from '../site/search/search-entry.ts';
import { loadShared, type SharedFiles } from '../site/shared-files.ts';
import { type CheckedPost, type CheckedSite, checkPosts, type ExtrasOf } from './check-posts.ts';
import { loadProof } from './load-proof.ts';
import { noCache, postCache } from './post-cache.ts';
import type { SiteMemory } from './site-memory.ts';

export interface BuildRequest {
  /** Files and folders, absolute or relative to `cwd`. */
  paths: string[];
  /** Absolute; places of findings are relative to it. */
  cwd: string;
  /** Absolute folder of Seaworthy itself. */
  home: string;
  /** Where what is known may be kept for other processes; null: nowhere. */
  cacheFolder: string | null;
  /** Whether drafts, and posts whose time has not come or is over, belong to the site. */
  drafts: boolean;
  /** Ages of proofs count up to here, and posts of a later day are left out. */
  now: Date;
  /** Proofs of a run that has just ended, by post path: they are shown in the place of the recorded ones. */
  proofs?: ReadonlyMap<string, Proof> | undefined;
}

/** What a build makes, and what it has to say. Nothing has been written. */
export interface BuiltSite {
  /** Every file of the site; made in spite of errors, with what can be shown. */
  files: OutputFile[];
  /** Addresses of the files that are not as the last build with the same memory made them; without memory, all. */
  changed: string[];
  /** Addresses of files that the last build with the same memory made, and that are gone. */
  removed: string[];
  /** How many posts the site has. */
  posts: number;
  /** The address of each post's page, by the post's path. */
  pages: ReadonlyMap<string, string>;
  /** Where the site lies on its host: begins and ends with `/`. */
  basePath: string;
  /** In the order of the posts, each with its place. */
  findings: Diagnostic[];
  /** `wrong-paths`: there is nothing to build, and `findings` says why; `errors`: some findings are errors. */
  outcome: 'clean' | 'errors' | 'wrong-paths';
}

/**
 * Builds a site in this process. A `memory` given again makes a build of what has changed since only: it holds what was
 * made of every post, and is right whatever happened in between. One memory serves one build at a time.
 */
export async function buildSite(request: BuildRequest, memory?: SiteMemory): Promise<BuiltSite> {
  const cache = request.cacheFolder ? postCache(request.cacheFolder) : noCache;
  const shared = loadShared(request.home, cache);
  // Awaited later, or never where there is nothing to build.
  shared.catch(() => {});
  const proofs = new Map<Post, PostProof>();
  const unread: Diagnostic[] = [];
  const site = await checkPosts(request.paths, {
    cwd: request.cwd,
    cacheFolder: request.cacheFolder,
    drafts: request.drafts,
    now: request.now,
    neighbours: false,
    extrasFor: async (post, plan) => {
      const fresh = request.proofs?.get(post.path);
      const { proof, findings } = fresh ? { proof: fresh, findings: [] } : await loadProof(post, request);
      unread.push(...findings);
      proofs.set(post, postProof(plan.blocks, proof, request.now));
      return extras(plan, proofs.get(post) as PostProof);
    },
  });
  const findings = [...site.findings, ...unread];
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  const files = site.isUsageError ? [] : render(site, proofs, await shared);
  return {
    files,
    ...changesIn(files, memory),
    posts: site.posts.length,
    pages: new Map(site.posts.map(({ post }) => [post.path, `${post.url}index.html`])),
    basePath: site.config.baseUrl ? new URL(site.config.baseUrl).pathname : '/',
    findings,
    outcome: site.isUsageError ? 'wrong-paths' : hasErrors ? 'errors' : 'clean',
  };
}

function changesIn(
  files: readonly OutputFile[],
  memory: SiteMemory | undefined,
): Pick<BuiltSite, 'changed' | 'removed'> {
  const before = memory?.digests ?? new Map<string, string>();
  const after = new Map(files.map((file) => [file.path, digestOf(file)]));
  if (memory) memory.digests = after;
  return {
    changed: [...after].filter(([path, digest]) => before.get(path) !== digest).map(([path]) => path),
    removed: [...before.keys()].filter((path) => !after.has(path)),
  };
}

function digestOf(file: OutputFile): string {
  const content = 'text' in file ? file.text : file.copyOf;
  return createHash('sha256').update(content).digest('hex');
}

function extras(plan: Plan, proof: PostProof): ExtrasOf {
  return ({ hash, nth }) => {
    const state = blockStateOf(proof, hash, nth);
    const planned = plan.blocks.filter((block) => block.hash === hash)[nth] ?? null;
    return { planned, blocks: plan.blocks, below: state ? [proofMark(state, proof)] : [] };
  };
}

function render(site: CheckedSite, proofs: ReadonlyMap<Post, PostProof>, shared: SharedFiles): OutputFile[] {
  const frame = makeFrame({ config: site.config, ...shared });
  const home = site.sections.find(({ post }) => post.url === '');
  // A post of two series is shown as a part of the first.
  const places = new Map(site.series.toReversed().flatMap((series) => [...placesIn(series)]));
  const neighbours = neighboursIn(site.posts.map(({ post }) => post).filter(({ url }) => !places.has(url)));
  const pages = site.posts.map((checked) => ({
    ...pageData(checked, proofs.get(checked.post) as PostProof, places.get(checked.post.url) ?? null),
    ...(neighbours.get(checked.post.url) ?? { older: null, newer: null }),
    edit: editAddress(site.config, checked.post.frontMatter, shownPath(checked.post.file, checked.root)),
  }));
  const data = {
    config: site.config,
    posts: pages,
    series: site.series,
    introductions: new Map(site.sections.map(({ post, rendered }) => [post.url, rendered.tree])),
    homeTitle: home?.post.frontMatter.title ?? '',
    ...shared,
  };
  return [...pages.flatMap((page) => renderPost(page, frame)), ...renderLists(data, frame)];
}

function pageData(
  checked: CheckedPost,
  proof: PostProof,
  series: SeriesPlace | null,
): Omit<PageData, keyof Neighbours | 'edit'> {
  const { post, body, rendered, cover } = checked;
  const { alt = '', caption = '' } = post.frontMatter.cover ?? {};
  const search = searchEntry(post, passagesOf(rendered.tree));
  return {
    post,
    body: rendered.tree,
    headings: body.headings,
    minutes: minutesToRead(body),
    modified: post.frontMatter.lastmod,
    proof,
    series,
    cover: cover && { path: cover.path, alt, caption, width: cover.width, height: cover.height },
    files: rendered.files,
    search: search.entry,
    searchText: search.text,
  };
}

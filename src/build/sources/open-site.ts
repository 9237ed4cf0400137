import path from 'node:path';
import { shownPath } from '../../content/content-names.ts';
import { findSources } from '../../content/find-sources.ts';
import { findDuplicates } from '../../content/page-address.ts';
import { withheldAt, withheldNotes } from '../../content/publication.ts';
import { findSeries } from '../../content/series.ts';
import { loadSiteConfig } from '../../content/site-config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { PostHead, Series } from '../../model/site.ts';
import { loadShared, type SharedFiles } from '../../site/shared-files.ts';
import type { BuildRequest } from '../build-request.ts';
import { FileDigests } from '../kept/file-digests.ts';
import { noCache, postCache } from '../kept/post-cache.ts';
import type { SiteMemory } from '../kept/site-memory.ts';
import { baseUrlNote } from './base-url-note.ts';
import { historyOf, lastChangeIn, shallowNote } from './last-changes.ts';
import { OpenedSource, openSource, type SourceOptions } from './opened-source.ts';
import { type SiteWorld, siteWorld } from './site-world.ts';

/** A site whose files have been found, and whose pages can be made. */
export interface OpenSite {
  /** All posts and sections; with posts that are left out. */
  sources: OpenedSource[];
  /** Those that are shown. */
  posts: OpenedSource[];
  sections: OpenedSource[];
  series: Series[];
  shared: SharedFiles;
  world: SiteWorld;
  digests: FileDigests;
  /** Where pages are kept; null: in memory. */
  folder: string | null;
  /** Of everything but the pages. */
  findings: Diagnostic[];
  /** The paths hold nothing to build, and `findings` says why. */
  isEmpty: boolean;
}

/** Finds the files of a site, and what its pages can depend on. What `memory` knows need not be read again. */
export async function openSite(
  request: BuildRequest,
  memory: Pick<SiteMemory, 'known' | 'posts'>,
): Promise<OpenSite> {
  const { cwd, drafts, now, cacheFolder } = request;
  const folder = cacheFolder && path.join(cacheFolder, 'pages');
  const digests = new FileDigests(memory.known);
  const cache = cacheFolder ? postCache(cacheFolder) : noCache;
  const asked = historyOf(request.paths, { cwd, cache });
  const { sources, findings: unreadable } = await openAll(request, memory, { cwd, digests, cache });
  const all = sources.filter((source) => !source.isSection);
  const isEmpty = all.length === 0 && unreadable.every(({ code }) => isAboutPaths(code));
  const posts = all.filter(({ record }) => drafts || withheldAt(record.post.frontMatter, now) === null);
  const sections = sources.filter((source) => source.isSection);
  const root = all[0]?.record.root ?? path.resolve(cwd, request.paths[0] ?? '.');
  const settings = await loadSiteConfig(root, { cwd });
  const { config, findings: ofConfig } = settings;
  const series = findSeries(headsOf(posts), headsOf(sections));
  const shared = await loadShared(request.home, cache);
  const history = await asked;
  const lastChange = lastChangeIn(history);
  const published = headsOf(posts);
  const world = siteWorld({ config, sources, published, series, drafts, now, lastChange, shared, digests });
  const notes = [
    ...baseUrlNote(settings, shownPath(path.join(root, 'site.yaml'), cwd)),
    ...(drafts ? [] : withheldNotes(headsOf(all), now)),
    ...shallowNote(published, history),
  ];
  const findings = isEmpty ? unreadable : [...unreadable, ...ofConfig, ...duplicatesIn(posts), ...notes];
  return { sources, posts, sections, series, shared, world, digests, folder, findings, isEmpty };
}

async function openAll(
  { paths, cwd }: BuildRequest,
  memory: Pick<SiteMemory, 'posts'>,
  options: SourceOptions,
): Promise<{ sources: OpenedSource[]; findings: Diagnostic[] }> {
  const { files, findings } = await findSources(paths, { cwd });
  const opened: (OpenedSource | Diagnostic)[] = [];
  for (const found of files) opened.push(await openSource(found, memory.posts.get(found.file), options));
  return {
    sources: opened.filter((source) => source instanceof OpenedSource),
    findings: [...findings, ...opened.filter((source) => 'code' in source)],
  };
}

function isAboutPaths(code: Diagnostic['code']): boolean {
  return code === 'file-unreadable' || code === 'folder-empty';
}

/** What is known of posts without reading them. */
export function headsOf(sources: readonly OpenedSource[]): PostHead[] {
  return sources.map(({ record }) => record.post);
}

function duplicatesIn(posts: readonly OpenedSource[]): Diagnostic[] {
  const lines = new Map(posts.map(({ record }) => [record.post, record.slugLine]));
  return findDuplicates(headsOf(posts), (post) => lines.get(post) ?? 1);
}

import type { Diagnostic } from '../model/diagnostic.ts';
import type { BuildRequest } from './build-request.ts';
import { type BuiltFile, builtFile } from './built-file.ts';
import type { FileDigests } from './kept/file-digests.ts';
import { type KnownLists, type SiteMemory, siteMemory } from './kept/site-memory.ts';
import { makeLists } from './make-lists.ts';
import { makePages } from './pages/make-pages.ts';
import { makeInParallel } from './pages/parallel-pages.ts';
import { headsOf, openSite } from './sources/open-site.ts';
import { ChangedMeanwhile, type OpenedSource } from './sources/opened-source.ts';
import { basePathOf } from './sources/site-world.ts';

/** What a build makes, and what it has to say. Nothing has been written. */
export interface BuiltSite {
  /** Every file of the site; made in spite of errors, with what can be shown. */
  files: BuiltFile[];
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

const attempts = 5;

/**
 * Builds a site in this process. With a `memory` that an earlier build of the same site has filled, only what has changed
 * since is made anew; the result is the same to the byte, whatever happened in between. One memory serves one build at a
 * time.
 */
export async function buildSite(
  request: BuildRequest,
  memory: SiteMemory = siteMemory(),
): Promise<BuiltSite> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await buildOnce(request, memory);
    } catch (error) {
      // Somebody is writing: once more, with what is there now.
      if (!(error instanceof ChangedMeanwhile) || attempt === attempts) throw error;
    }
  }
}

async function buildOnce(request: BuildRequest, memory: SiteMemory): Promise<BuiltSite> {
  const site = await openSite(request, memory);
  if (site.isEmpty) return nothing(site.findings);
  const { posts, sections, series, shared, world, digests, folder } = site;
  await makeInParallel(site, request);
  const ofPages = await makePages([...posts, ...sections], { ...request, world, digests, folder });
  const lists = makeLists({ posts, sections, series, shared }, { world, before: memory.lists, folder });

  const kept = [...posts.flatMap(({ record }) => record.page?.files ?? []), ...lists.files];
  const files = kept.map((file) => builtFile(file, digests));
  const findings = [...site.findings, ...ofPages];
  return {
    files,
    ...remember(memory, { sources: site.sources, digests, lists: lists.known, files }),
    posts: posts.length,
    pages: new Map(headsOf(posts).map((post) => [post.path, `${post.url}index.html`])),
    basePath: basePathOf(world.frame.config),
    findings,
    outcome: findings.some(({ severity }) => severity === 'error') ? 'errors' : 'clean',
  };
}

function nothing(findings: Diagnostic[]): BuiltSite {
  const none = { files: [], changed: [], removed: [], posts: 0, pages: new Map(), basePath: '/' };
  return { ...none, findings, outcome: 'wrong-paths' };
}

function remember(
  memory: SiteMemory,
  made: {
    sources: readonly OpenedSource[];
    digests: FileDigests;
    lists: KnownLists;
    files: readonly BuiltFile[];
  },
): Pick<BuiltSite, 'changed' | 'removed'> {
  const before = memory.digests;
  const after = new Map(made.files.map(({ path: address, digest }) => [address, digest]));
  memory.known = made.digests.known;
  memory.posts = new Map(made.sources.map(({ record }) => [record.post.file, record]));
  memory.lists = made.lists;
  memory.digests = after;
  return {
    changed: [...after]
      .filter(([address, digest]) => before.get(address) !== digest)
      .map(([address]) => address),
    removed: [...before.keys()].filter((address) => !after.has(address)),
  };
}

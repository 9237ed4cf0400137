import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BuildRequest } from './build-request.ts';
import { makePages } from './make-pages.ts';
import { type OpenSite, openSite } from './open-site.ts';
import type { PostRecord } from './page-record.ts';
import type { PostSource } from './post-source.ts';
import type { SiteMemory } from './site-memory.ts';

/** What a worker is given: plain data, as it is copied. */
export interface Share {
  request: BuildRequest;
  memory: Pick<SiteMemory, 'known' | 'posts'>;
  /** The posts (absolute) whose pages it makes. */
  files: string[];
}

/** With fewer for each processor, starting a worker takes longer than it saves. */
const fewestPosts = 24;
const mostWorkers = 3;

/**
 * Makes the pages of a site of which nothing is known on several processors, where there are any and the pages can be kept
 * in a folder. What comes back is looked at as the result of an earlier build is, so nothing depends on it: a worker that
 * fails only leaves its share to be made.
 */
export async function makeInParallel(site: OpenSite, request: BuildRequest): Promise<void> {
  const { workerFile = null } = request;
  const missing = site.posts.filter(({ record }) => record.page === null);
  const workers = workersFor(missing.length, availableParallelism());
  if (workerFile === null || site.folder === null || workers === 0) return;
  const shares = Array.from({ length: workers + 1 }, (_, share) =>
    missing.filter((_source, index) => index % (workers + 1) === share),
  );
  const [own = [], ...others] = shares;
  const made = Promise.all(others.map((share) => makeElsewhere(share, site, { ...request, workerFile })));
  await makePages(own, { ...request, ...site });
  const records = new Map((await made).flat().map((record) => [record.post.file, record]));
  for (const { record } of missing) {
    const theirs = records.get(record.post.file);
    // A worker that came later may have read another text.
    if (theirs?.digest !== record.digest) continue;
    record.ids ??= theirs.ids;
    record.page ??= theirs.page;
  }
}

/** How many workers help with so many posts on so many processors. */
export function workersFor(posts: number, processors: number): number {
  return Math.max(0, Math.min(mostWorkers, processors - 1, Math.floor(posts / fewestPosts) - 1));
}

/** A worker's part: makes the pages of its share, and gives the records of their posts. */
export async function makeShare({ request, memory, files }: Share): Promise<PostRecord[]> {
  const site = await openSite(request, memory);
  const wanted = new Set(files);
  const share = site.posts.filter(({ record }) => wanted.has(record.post.file));
  await makePages(share, { ...request, ...site });
  return share.map(({ record }) => record);
}

function makeElsewhere(
  sources: readonly PostSource[],
  { sources: all, digests }: OpenSite,
  request: BuildRequest & { workerFile: string },
): Promise<PostRecord[]> {
  const { paths, cwd, home, cacheFolder, drafts, now, fresh } = request;
  const share: Share = {
    request: { paths, cwd, home, cacheFolder, drafts, now, fresh },
    memory: { known: digests.known, posts: new Map(all.map(({ record }) => [record.post.file, record])) },
    files: sources.map(({ record }) => record.post.file),
  };
  return new Promise((resolve) => {
    const worker = new Worker(request.workerFile, { workerData: share });
    worker.once('message', (records: PostRecord[]) => resolve(records));
    worker.once('error', () => resolve([]));
    worker.once('exit', () => resolve([]));
  });
}

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BuildRequest } from '../build-request.ts';
import type { SiteMemory } from '../kept/site-memory.ts';
import { type OpenSite, openSite } from '../sources/open-site.ts';
import type { OpenedSource } from '../sources/opened-source.ts';
import { makePages } from './make-pages.ts';
import type { PostRecord } from './page-record.ts';

/** What a worker is given: plain data, as it is copied. */
export interface Share {
  request: BuildRequest;
  memory: Pick<SiteMemory, 'known' | 'posts'>;
  /** The posts (absolute) whose pages are missing; whoever is free makes the next one. */
  files: string[];
  /** How many of them have been taken, by whomever: one number that all threads share. */
  taken: Int32Array<SharedArrayBuffer>;
}

/** With fewer for each processor, starting a worker takes longer than it saves. */
const fewestPosts = 24;
const mostWorkers = 3;

/**
 * Makes the pages of a site of which nothing is known on several processors, where there are any and the pages can be kept
 * in a folder. What comes back is looked at as the result of an earlier build is, so nothing depends on it: a worker that
 * fails only leaves what it has taken to be made.
 */
export async function makeInParallel(site: OpenSite, request: BuildRequest): Promise<void> {
  const { workerFile = null } = request;
  const missing = site.posts.filter(({ record }) => record.page === null);
  const workers = workersFor(missing.length, availableParallelism());
  if (workerFile === null || site.folder === null || workers === 0) return;
  const files = missing.map(({ record }) => record.post.file);
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const others = Array.from({ length: workers }, () =>
    makeElsewhere({ files, taken }, site, { ...request, workerFile }),
  );
  try {
    await makePages(untaken(missing, taken), { ...request, ...site });
  } finally {
    // After an error nobody goes on with pages that are not wanted any more.
    Atomics.store(taken, 0, files.length);
  }
  const made = await Promise.all(others);
  const records = new Map(made.flat().map((record) => [record.post.file, record]));
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

/** A worker's part: makes pages as long as some are missing, and gives the records of their posts. */
export async function makeShare({ request, memory, files, taken }: Share): Promise<PostRecord[]> {
  const site = await openSite(request, memory);
  const byFile = new Map(site.posts.map((source) => [source.record.post.file, source]));
  const made: OpenedSource[] = [];
  for (const file of untaken(files, taken)) {
    const source = byFile.get(file);
    // It was removed in the meantime.
    if (source === undefined) continue;
    await makePages([source], { ...request, ...site });
    made.push(source);
  }
  return made.map(({ record }) => record);
}

// Shares of one size would make all wait for the slowest: a worker begins later, and has a processor to itself or not.
function* untaken<Item>(items: readonly Item[], taken: Int32Array<SharedArrayBuffer>): Generator<Item> {
  for (;;) {
    const index = Atomics.add(taken, 0, 1);
    if (index >= items.length) return;
    yield items[index] as Item;
  }
}

function makeElsewhere(
  work: Pick<Share, 'files' | 'taken'>,
  { sources, digests }: OpenSite,
  request: BuildRequest & { workerFile: string },
): Promise<PostRecord[]> {
  const { paths, cwd, home, cacheFolder, drafts, now, fresh } = request;
  const share: Share = {
    request: { paths, cwd, home, cacheFolder, drafts, now, fresh },
    memory: { known: digests.known, posts: new Map(sources.map(({ record }) => [record.post.file, record])) },
    ...work,
  };
  return new Promise((resolve) => {
    const worker = new Worker(request.workerFile, { workerData: share });
    worker.once('message', (records: PostRecord[]) => resolve(records));
    worker.once('error', () => resolve([]));
    worker.once('exit', () => resolve([]));
  });
}

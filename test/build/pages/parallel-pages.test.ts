import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../../src/build/build-site.ts';
import { keepSiteMemory, loadSiteMemory } from '../../../src/build/kept/kept-site.ts';
import { makeShare, workersFor } from '../../../src/build/pages/parallel-pages.ts';
import { home } from '../../helpers/memory-context.ts';

let cwd = '';
let worker = '';

// It has found other texts than the build, which began before.
const lateWorker = `
const { parentPort, workerData } = require('node:worker_threads');
const records = [...workerData.memory.posts.values()];
parentPort.postMessage(records.map((record) => ({ ...record, digest: 'of another text', ids: [] })));
`;

// It takes all that is to be done, and does nothing.
const lazyWorker = `
const { parentPort, workerData } = require('node:worker_threads');
Atomics.store(workerData.taken, 0, workerData.files.length);
parentPort.postMessage([]);
`;

beforeAll(async () => {
  cwd = mkdtempSync(path.join(tmpdir(), 'seaworthy-parallel-'));
  worker = path.join(cwd, 'page-worker.cjs');
  await build({
    entryPoints: [path.join(home, 'src/build/pages/page-worker.ts')],
    outfile: worker,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    supported: { 'dynamic-import': false },
    external: ['esbuild'],
    logLevel: 'silent',
  });
  writeFileSync(path.join(cwd, 'broken.cjs'), 'throw new Error("no worker today");');
  writeFileSync(path.join(cwd, 'late.cjs'), lateWorker);
  writeFileSync(path.join(cwd, 'lazy.cjs'), lazyWorker);
  for (let number = 1; number <= 130; number += 1) {
    const folder = path.join(cwd, 'posts', `p${number}`);
    mkdirSync(folder, { recursive: true });
    const link = number % 50 === 0 ? '../nowhere/' : `../p${(number % 130) + 1}/#step-two`;
    const text = `---\ntitle: Post ${number}\ndate: 2025-12-31T23:30:00\n---\n\n## Step two\n\n[on](${link})\n\n\`\`\`bash\necho ${number}\n\`\`\`\n`;
    writeFileSync(path.join(folder, 'index.md'), text);
  }
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const request = (cache: string | null, workerFile: string | null) => ({
  paths: ['posts'],
  cwd,
  home,
  cacheFolder: cache && path.join(cwd, cache),
  workerFile,
  drafts: false,
  now: new Date('2026-11-24T12:00:00Z'),
});

async function made(cache: string | null, workerFile: string | null) {
  const { files, findings } = await buildSite(request(cache, workerFile));
  return { files: files.map((file) => [file.path, file.digest]), findings };
}

test('a site is the same to the byte with workers, with workers that fail, without, and in any time zone', async () => {
  const alone = await made(null, null);
  expect(alone.findings.filter(({ code }) => code === 'link-broken')).toHaveLength(2);
  expect(await made('one', worker)).toEqual(alone);
  expect(await made('two', path.join(cwd, 'broken.cjs'))).toEqual(alone);
  const zone = process.env.TZ;
  try {
    for (const each of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env.TZ = each;
      expect(await made(each.slice(0, 4), worker)).toEqual(alone);
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
}, 120_000);

test('what a worker knows of a text that was written in the meantime is not taken over', async () => {
  const alone = await made(null, null);
  expect(await made('late', path.join(cwd, 'late.cjs'))).toEqual(alone);
}, 60_000);

test('what a worker has taken and not done is made all the same', async () => {
  const alone = await made(null, null);
  expect(await made('lazy', path.join(cwd, 'lazy.cjs'))).toEqual(alone);
}, 60_000);

test('a worker makes what nobody has taken, in order, and no post that is gone', async () => {
  const names = ['p3', 'p1', 'gone', 'p4'];
  const files = names.map((name) => path.join(cwd, 'posts', name, 'index.md'));
  const taken = new Int32Array(new SharedArrayBuffer(4));
  taken[0] = 1;
  const memory = { known: new Map(), posts: new Map() };
  const records = await makeShare({ request: request('share', null), memory, files, taken });
  expect(records.map(({ post, page }) => [post.file, page !== null])).toEqual([
    [files[1], true],
    [files[3], true],
  ]);
}, 60_000);

test('what workers have made is known to the next build', async () => {
  const first = request('three', worker);
  const memory = loadSiteMemory(first);
  await buildSite(first, memory);
  keepSiteMemory(first, memory);
  const again = loadSiteMemory(first);
  const pages = [...again.posts.values()].map(({ page }) => page);
  await buildSite(first, again);
  expect([...again.posts.values()].map(({ page }) => page)).toEqual(pages);
  for (const [index, { page }] of [...again.posts.values()].entries()) expect(page).toBe(pages[index]);
}, 60_000);

test.each([
  [10, 8, 0],
  [47, 8, 0],
  [48, 2, 1],
  [1000, 1, 0],
  [1000, 2, 1],
  [1000, 16, 3],
])('%d posts on %d processors: %d workers', (posts, processors, workers) => {
  expect(workersFor(posts, processors)).toBe(workers);
});

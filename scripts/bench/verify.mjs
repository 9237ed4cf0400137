#!/usr/bin/env node
// Measures `seaworthy verify` against a plain script: npm run bench:verify [-- POST [RUNS [POSTS…]]]
// POST: the seed where it is beside this folder, else this project's own. RUNS: pairs of runs (3). POSTS: numbers of posts
// whose time is compared (1 2 4 8; 0 for none). Plain script and Seaworthy run in turn, so that a busy computer slows both.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { home, loadLibrary } from './library.mjs';
import { plainScript, timeRaw } from './raw.mjs';

const seed = resolve(home, '../shared/seed/p1.md');
const [post = existsSync(seed) ? seed : join(home, 'posts/docker/p1/index.md'), runs = '3', ...counts] =
  process.argv.slice(2);
const smallPost = `---
title: Small
---

\`\`\`bash
docker run -d --name web -p 8080:80 nginx
docker ps
curl -s http://localhost:8080
docker rm -f web
\`\`\`
`;

const folder = mkdtempSync(join(tmpdir(), 'seaworthy-bench-'));
try {
  const library = await loadLibrary();
  await compare(resolve(post), Number(runs), library);
  for (const count of (counts.length > 0 ? counts : ['1', '2', '4', '8']).map(Number))
    if (count > 0) await grow(count);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compare(file, times, library) {
  console.log(`${file}, ${times} pairs of runs, ${cpus().length} processors, Node ${process.versions.node}`);
  // The first run makes the bundle and tells what is typed.
  const first = await verify([file]);
  const site = await library.checkPosts([file], { cwd: dirname(file), drafts: true });
  const paths = library.readerPaths(site.posts[0].plan);
  const scripts = paths.map((path) => plainScript(path, first.report, library.commandsOf));
  const pairs = [];
  for (let run = 0; run < times; run++)
    pairs.push({ raw: await timeRaw(scripts, library), own: await verify([file]) });
  const { passed, failed, blocked } = first.report.summary;
  console.log(
    `blocks            ${passed} passed, ${failed} failed, ${blocked} blocked; ${scripts.length} machines`,
  );
  const raw = pairs.map((pair) => pair.raw.ms);
  const own = pairs.map((pair) => pair.own.ms);
  console.log(`plain script      ${seconds(raw)}`);
  console.log(`seaworthy         ${seconds(own)}`);
  const ratios = pairs.map((pair) => pair.own.ms / pair.raw.ms);
  console.log(
    `ratio             median ${median(ratios).toFixed(2)} (${ratios.map((one) => one.toFixed(2)).join(' ')}), aim 1.10`,
  );
  const commands = pairs.flatMap((pair) => commandsIn(pair.own.report));
  console.log(
    `own per command   median ${median(commands.map((one) => one.overheadMs)).toFixed(1)} ms, aim 5`,
  );
  console.log(
    `in commands       ${seconds(pairs.map((pair) => sum(commandsIn(pair.own.report), (one) => one.durationMs)))}`,
  );
  console.log(`machine ready     ${seconds(pairs.map((pair) => pair.own.report.posts[0].machineReadyMs))}`);
  console.log(
    `peak memory       ${megabytes(pairs.map((pair) => pair.own.peakBytes))} MB own, ${megabytes(pairs.map((pair) => pair.raw.peakBytes))} MB a machine (with its file cache)`,
  );
  console.log(
    'Both have the start and the removal of the machines; the plain script also waits 3 s before each Ctrl-C.',
  );
}

/** The time of so many posts that do the same small thing. */
async function grow(count) {
  const posts = Array.from({ length: count }, (_, index) => join(folder, `post-${count}-${index}.md`));
  for (const file of posts) writeFileSync(file, smallPost);
  const { ms, peakBytes } = await verify(posts);
  console.log(
    `${String(count).padStart(2)} posts          ${(ms / 1000).toFixed(1)} s, ${(ms / count / 1000).toFixed(1)} s a post, ${megabytes([peakBytes])} MB own`,
  );
}

function verify(files) {
  const json = join(folder, 'report.json');
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [join(home, 'scripts/seaworthy.mjs'), 'verify', ...files, '--json', json],
    {
      cwd: folder,
      stdio: 'ignore',
    },
  );
  let peakBytes = 0;
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, residentBytes(child.pid));
  }, 100);
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      clearInterval(timer);
      // A wrong post takes its time like a right one.
      if (![0, 1, 3].includes(code))
        return fail(new Error(`verify ended with ${code}: run it by hand to see why`));
      done({ ms: performance.now() - startedAt, peakBytes, report: JSON.parse(readFileSync(json, 'utf8')) });
    });
  });
}

/** The most that the process has had so far; 0 where there is no /proc. */
function residentBytes(pid) {
  try {
    return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function commandsIn(report) {
  return report.posts
    .flatMap((one) => one.blocks)
    .flatMap((block) => block.commands)
    .filter((one) => one.ran !== null);
}

function sum(items, numberOf) {
  return items.reduce((total, item) => total + numberOf(item), 0);
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function seconds(times) {
  return `median ${(median(times) / 1000).toFixed(1)} s (${times.map((ms) => (ms / 1000).toFixed(1)).join(' ')})`;
}

function megabytes(bytes) {
  return Math.round(median(bytes) / 1024 / 1024);
}

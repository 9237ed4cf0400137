#!/usr/bin/env node
// Measures `seaworthy dev`: from the save of one post until its browser has heard of it, the median of 20 saves, for
// sites of 10, 100 and 1000 posts: node scripts/bench/dev.mjs [POSTS…]
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePosts } from './made-posts.mjs';

const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const saves = 20;
const given = process.argv.slice(2).map(Number);

for (const count of given.length > 0 ? given : [10, 100, 1000]) {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-bench-dev-'));
  try {
    writePosts(join(folder, 'posts'), count);
    const { ready, times } = await measure(folder);
    const [best, median, worst] = [0, Math.floor(saves / 2), saves - 1].map((at) => Math.round(times[at]));
    console.log(
      `${count} posts: ready after ${(ready / 1000).toFixed(1)} s; from save to event ${median} ms (${best} to ${worst} ms)`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder) {
  const started = performance.now();
  const launcher = join(home, 'scripts', 'seaworthy.mjs');
  const server = spawn(process.execPath, [launcher, 'dev', '--port', '0'], { cwd: folder });
  const ended = new Promise((resolve) => server.on('exit', resolve));
  try {
    const origin = await addressOf(server);
    const ready = performance.now() - started;
    const news = newsOf(`${origin}/_seaworthy/events?page=/post-1/`);
    await news.next();
    const times = [];
    for (let save = 1; save <= saves; save++) times.push(await saveOnce(folder, save, news));
    return { ready, times: times.sort((a, b) => a - b) };
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

async function saveOnce(folder, save, news) {
  const file = join(folder, 'posts', 'post-1', 'index.md');
  const text = `${readFileSync(file, 'utf8')}\nSaved ${save} times.\n`;
  const started = performance.now();
  writeFileSync(file, text);
  const { done } = await news.next();
  if (done) throw new Error('dev has ended the stream of its news');
  return performance.now() - started;
}

function addressOf(server) {
  let said = '';
  return new Promise((resolve, reject) => {
    server.on('exit', () => reject(new Error(`dev has ended:\n${said}`)));
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (data) => {
        said += data;
        const address = /http:\/\/[\d.]+:\d+/.exec(said);
        if (address) resolve(address[0]);
      });
    }
  });
}

/** Each message of an event stream, when it comes. */
async function* newsOf(address) {
  const response = await fetch(address);
  let text = '';
  for await (const data of response.body.pipeThrough(new TextDecoderStream())) {
    text += data;
    const messages = text.split('\n\n');
    text = messages.pop();
    for (const message of messages) if (message.startsWith('data:')) yield message;
  }
}

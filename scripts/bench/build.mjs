#!/usr/bin/env node
// Measures whole builds, start-up included, side by side: node scripts/bench/build.mjs [POSTS…] [--runs N]
// POSTS: how many (10 100 1000). Other generators are measured where they are installed:
//   BENCH_HUGO      the `hugo` program (else from the PATH), with BENCH_HUGO_THEMES, a folder that holds PaperMod
//   BENCH_ELEVENTY  a folder with @11ty/eleventy and @11ty/eleventy-plugin-syntaxhighlight in its node_modules
// CPU time and peak memory are known where GNU time is installed.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generators } from './generators.mjs';
import { writePost, writePosts } from './made-posts.mjs';
import { medianOf, runTimed } from './run-timed.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '3' } },
});
const runs = Number(values.runs);
const sizes = positionals.length > 0 ? positionals.map(Number) : [10, 100, 1000];

console.log(`Node ${process.versions.node}, medians of ${runs}\n`);
console.log('posts  generator  build        wall s   CPU s  peak MB  ms/page');
for (const count of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-bench-'));
  try {
    for (const generator of generators) measure(generator, count, join(folder, generator.name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(generator, count, folder) {
  mkdirSync(folder);
  const content = generator.prepare(folder);
  if (content === null) return;
  writePosts(content, count);
  let revision = 0;
  const kinds = {
    cold: () => generator.forget(folder),
    'no change': () => {},
    'one changed': () => writePost(content, Math.ceil(count / 2), { count, revision: ++revision }),
  };
  // What no build can do without, such as compiling the generator itself, is done before.
  runTimed(generator.command(folder), folder);
  const results = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  // In turn, so that a computer that slows down slows all kinds.
  for (let run = 0; run < runs; run++) {
    for (const [kind, before] of Object.entries(kinds)) {
      before();
      results[kind].push(runTimed(generator.command(folder), folder));
    }
  }
  for (const [kind, times] of Object.entries(results)) show(count, generator.name, kind, times);
}

function show(count, name, kind, times) {
  const wall = medianOf(times.map((time) => time.wall));
  const cells = [
    String(count).padStart(5),
    name.padEnd(9),
    kind.padEnd(11),
    wall.toFixed(3).padStart(7),
    shown(medianOf(times.map((time) => time.cpu)), 2).padStart(6),
    shown(medianOf(times.map((time) => time.peakMb)), 0).padStart(7),
    ((wall * 1000) / count).toFixed(2).padStart(7),
  ];
  console.log(cells.join('  '));
}

function shown(number, digits) {
  return number === null ? '-' : number.toFixed(digits);
}

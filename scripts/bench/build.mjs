#!/usr/bin/env node
// Measures `seaworthy build`, start-up included: node scripts/bench/build.mjs [POSTS] [RUNS]
// Cold: without what an earlier build has kept (compiled code, what is known of each text); warm: with it. The bundle is
// there in both.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const posts = Number(process.argv[2] ?? 10);
const runs = Number(process.argv[3] ?? 7);

const folder = mkdtempSync(join(tmpdir(), 'seaworthy-bench-'));
try {
  for (let part = 1; part <= posts; part++) writePost(part);
  // The first run makes the launcher's bundle.
  build();
  // In turn, so that a machine that slows down slows both.
  const pairs = Array.from({ length: runs }, () => [coldBuild(), build()]);
  console.log(`${posts} posts, Node ${process.versions.node}`);
  show(
    'cold',
    pairs.map(([cold]) => cold),
  );
  show(
    'warm',
    pairs.map(([, warm]) => warm),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function show(name, times) {
  const sorted = times.map(Math.round).sort((a, b) => a - b);
  console.log(`${name}: median ${sorted[Math.floor(sorted.length / 2)]} ms (${sorted.join(' ')})`);
}

function coldBuild() {
  const cache = join(home, '.seaworthy');
  for (const bundle of readdirSync(cache).filter((name) => name.startsWith('bundle-'))) {
    const compiled = readdirSync(join(cache, bundle)).filter((name) => name.startsWith('cli.cjs.build-'));
    for (const name of [...compiled, 'posts'])
      rmSync(join(cache, bundle, name), { recursive: true, force: true });
  }
  return build();
}

function build() {
  const started = performance.now();
  const launcher = join(home, 'scripts', 'seaworthy.mjs');
  const out = join(folder, 'dist');
  const result = spawnSync(process.execPath, [launcher, 'build', join(folder, 'posts'), '--out', out], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`the build ended with ${result.status}:\n${result.stderr}`);
  return performance.now() - started;
}

/** About 19 kB with 20 blocks, as long as a real first part of a series. */
function writePost(part) {
  const target = join(folder, 'posts', `part-${part}`);
  mkdirSync(target, { recursive: true });
  const sections = Array.from({ length: 20 }, (_, index) => section(part, index + 1));
  const head = `---\ntitle: "Part ${part}"\ndate: 2026-01-01\nseries: ["Bench"]\nweight: ${part}\ntags: ["one", "two"]\n---\n\n`;
  writeFileSync(join(target, 'index.md'), head + sections.join('\n'));
}

function section(part, number) {
  const name = `web-${part}-${number}`;
  const prose = Array.from({ length: 3 }, (_, index) => paragraph(number * 3 + index)).join('\n\n');
  return `## Step ${number}: run \`${name}\`

${prose}

- **First**: a point with \`docker ps -a\` in it
- **Second**: a [link to the start](#step-1-run-web-${part}-1)

\`\`\`bash
docker run -d -p ${8000 + number}:80 --name ${name} nginx   # start it
docker ps --filter "name=${name}"
docker rm -f ${name}
\`\`\`

| Flag | Meaning |
|:-----|--------:|
| \`-d\` | in the background |
| \`-p\` | publish a port |
`;
}

function paragraph(seed) {
  const words =
    'container image layer volume network port process kernel registry engine client daemon'.split(' ');
  const picked = Array.from({ length: 22 }, (_, index) => words[(seed * 7 + index * 5) % words.length]);
  return `The ${picked.join(' ')} is *told apart* from the rest.`;
}

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../src/lib/sha256.ts';
import { formatProof } from '../../src/report/proof/proof.ts';
import { home } from '../helpers/memory-context.ts';
import { proofOf } from '../helpers/whole-site.ts';

/** What differs between computers, people and runs, and must not show in a site. */
interface Circumstances {
  zone: string;
  language: string;
  umask: string;
  /** Numbers of the processors that the command may use. */
  processors: string;
  /** Where it is called, and where the posts lie: `there` they were written in the other order. */
  from: 'here' | 'there';
  cache: 'none' | 'kept';
}

const plain: Circumstances = {
  zone: 'UTC',
  language: 'C',
  umask: '022',
  processors: '0',
  from: 'here',
  cache: 'none',
};

let folder = '';
let program = '';
// So many that workers help where there are two processors: see `workersFor`.
const numbers = Array.from({ length: 130 }, (_, index) => index + 1);

// A Seaworthy of its own, so that nobody else fills or empties its cache.
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-reproducible-'));
  const copy = path.join(folder, 'seaworthy');
  for (const name of ['src', 'site', 'scripts', 'package.json', 'package-lock.json'])
    cpSync(path.join(home, name), path.join(copy, name), { recursive: true });
  symlinkSync(path.join(home, 'node_modules'), path.join(copy, 'node_modules'));
  program = path.join(copy, 'scripts/seaworthy.mjs');
  writePosts(path.join(folder, 'here/posts'), numbers);
  writePosts(path.join(folder, 'there/deeper/posts'), numbers.toReversed());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writePosts(posts: string, order: readonly number[]): void {
  for (const number of order) {
    mkdirSync(path.join(posts, `many/p${number}`), { recursive: true });
    writeFileSync(path.join(posts, `many/p${number}/index.md`), postOf(number));
  }
  cpSync(path.join(home, 'test/fixtures/site-whole'), posts, { recursive: true });
  const proven = path.join(posts, 'docker/p1');
  const source = readFileSync(path.join(proven, 'index.md'), 'utf8');
  writeFileSync(path.join(proven, 'proof.json'), formatProof(proofOf(source)));
}

// Just before midnight, and names that languages sort in other ways.
function postOf(number: number): string {
  const tag = ['Äpfel', 'Zebra', 'apples', 'I', 'ı'][number % 5];
  const next = (number % numbers.length) + 1;
  return `---
title: ${tag} ${number}
date: 2025-12-31T23:30:00
tags: [${tag}]
---

## Step two

[on](../p${next}/#step-two)

\`\`\`bash
docker run --name web${number} nginx
\`\`\`
`;
}

/** Runs the command and gives every file of the site, with the digest of its bytes. */
async function build(told: Circumstances): Promise<[file: string, digest: string][]> {
  const { zone, language, umask, processors, from, cache } = told;
  if (cache === 'none') rmSync(path.join(folder, 'seaworthy/.seaworthy'), { recursive: true, force: true });
  const out = path.join(folder, 'out');
  rmSync(out, { recursive: true, force: true });
  const posts = from === 'here' ? 'posts' : 'deeper/posts';
  await execa({
    cwd: path.join(folder, from),
    env: { TZ: zone, LC_ALL: language, LANG: language },
    stdin: 'ignore',
  })`bash -c ${`umask ${umask}; exec "$@"`} - taskset -c ${processors} node ${program} build ${posts} --out ${out}`;
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort()
    .map((file) => [path.relative(out, file), sha256(readFileSync(file))]);
}

const cases: [title: string, differs: Partial<Circumstances>][] = [
  ['what the first build has kept, read in another time zone', { cache: 'kept', zone: 'Pacific/Kiritimati' }],
  [
    'another person on another computer',
    { processors: '0,1', zone: 'America/St_Johns', language: 'tr_TR.UTF-8', umask: '077', from: 'there' },
  ],
  ['what that one has kept', { cache: 'kept', from: 'there' }],
];

test.skipIf(process.platform !== 'linux')(
  'the command makes the same bytes, whatever differs',
  async () => {
    const first = await build(plain);
    expect(first.length).toBeGreaterThan(2 * numbers.length);
    for (const [title, differs] of cases) expect(await build({ ...plain, ...differs }), title).toEqual(first);
  },
  240_000,
);

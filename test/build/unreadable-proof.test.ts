import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildSite } from '../../src/build/build-site.ts';
import { siteMemory } from '../../src/build/kept/site-memory.ts';
import { formatProof } from '../../src/report/proof/proof.ts';
import { home } from '../helpers/memory-context.ts';
import { proofOf, recordingOf } from '../helpers/whole-site.ts';

const text = '---\ntitle: One\n---\n\n```bash\necho one\n```\n';
let folder = '';
let file = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'seaworthy-proof-')));
  mkdirSync(path.join(folder, 'posts/one'), { recursive: true });
  writeFileSync(path.join(folder, 'posts/one/index.md'), text);
  writeFileSync(path.join(folder, 'proof.json'), formatProof(proofOf(text)));
  file = path.join(folder, 'posts/one/proof.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const states: [name: string, make: () => void][] = [
  ['nothing', () => {}],
  ['a folder', () => mkdirSync(file)],
  ['a link out of the folder', () => symlinkSync(path.join(folder, 'proof.json'), file)],
  ['a proof', () => writeFileSync(file, formatProof(proofOf(text)))],
];
const changes = states.flatMap(([before, makeBefore]) =>
  states.flatMap(([after, makeAfter]) =>
    before === after ? [] : [{ before, makeBefore, after, makeAfter }],
  ),
);

test.each(changes)('where $before was, $after is noticed', async ({ makeBefore, makeAfter }) => {
  const request = { paths: ['posts'], cwd: folder, home, cacheFolder: null, drafts: false };
  const now = new Date('2026-11-24T12:00:00Z');
  const memory = siteMemory();
  makeBefore();
  await buildSite({ ...request, now }, memory);
  rmSync(file, { recursive: true, force: true });
  makeAfter();
  const clean = await buildSite({ ...request, now });
  const site = await buildSite({ ...request, now }, memory);
  expect(site.findings).toEqual(clean.findings);
  expect(site.files).toEqual(clean.files);
});

test('a proof that can’t be read is told of where a run has just ended too: it may hold other engines', async () => {
  writeFileSync(file, '{');
  const fresh = new Map([['posts/one/index.md', recordingOf(text, ['passed'])]]);
  const request = { paths: ['posts'], cwd: folder, home, cacheFolder: null, drafts: false, fresh };
  const site = await buildSite({ ...request, now: new Date('2026-11-24T12:00:00Z') });
  expect(site.findings.map(({ code }) => code)).toContain('proof-unreadable');
});

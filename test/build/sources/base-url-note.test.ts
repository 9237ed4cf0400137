import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildSite } from '../../../src/build/build-site.ts';
import { home } from '../../helpers/memory-context.ts';

let cwd = '';

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'seaworthy-note-'));
  mkdirSync(path.join(cwd, 'posts'));
  writeFileSync(path.join(cwd, 'posts/one.md'), '---\ntitle: One\ndate: 2026-01-02\n---\n\nText.\n');
});

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

async function build(config: string): Promise<{ notes: string[]; files: string[] }> {
  writeFileSync(path.join(cwd, 'posts/site.yaml'), config);
  const now = new Date('2026-11-24T12:00:00Z');
  const site = await buildSite({ paths: ['posts'], cwd, home, cacheFolder: null, drafts: false, now });
  const notes = site.findings.filter(({ code }) => code === 'base-url-missing');
  return {
    notes: notes.map(({ place, severity }) => `${place.path} ${severity}`),
    files: site.files.map((file) => file.path),
  };
}

const needingAddress = ['index.xml', 'atom.xml', 'feed.json', 'sitemap.xml', 'robots.txt', 'llms.txt'];

test('without a baseUrl a note says once what is not made', async () => {
  const { notes, files } = await build('title: Site\n');
  expect(notes).toEqual(['posts/site.yaml note']);
  expect(files).not.toEqual(expect.arrayContaining([expect.stringMatching(/\.xml$|robots|llms|feed/)]));
});

test('with a baseUrl all of it is made, and nothing is said', async () => {
  const { notes, files } = await build('baseUrl: https://example.org/\n');
  expect(notes).toEqual([]);
  expect(files).toEqual(expect.arrayContaining(needingAddress));
});

test.each([
  'title: [\nbaseUrl: https://example.org/\n',
  'baseUrl: example.org\n',
  'baseUlr: https://example.org/\n',
])('settings that are wrong get no advice to write what they may hold: %j', async (config) => {
  expect((await build(config)).notes).toEqual([]);
});

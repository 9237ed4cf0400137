import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BuiltSite, buildSite } from '../../src/build/build-site.ts';
import { siteMemory } from '../../src/build/kept/site-memory.ts';
import { home } from '../helpers/memory-context.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'seaworthy-build-site-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function put(file: string, text: string): void {
  mkdirSync(path.join(cwd, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(cwd, file), text);
}

const request = () => ({
  paths: ['posts'],
  cwd,
  home,
  cacheFolder: null,
  drafts: false,
  now: new Date('2026-11-24T12:00:00Z'),
});
const post = (title: string, text: string): string => `---\ntitle: ${title}\n---\n\n${text}\n`;

test('a build gives the files as data, and writes nothing', async () => {
  put('posts/one.md', post('One', 'Text.'));
  const site = await buildSite(request());
  expect(site).toMatchObject({ outcome: 'clean', posts: 1, removed: [] });
  expect(site.changed).toEqual(site.files.map(({ path: address }) => address));
  expect(site.changed).toContain('one/index.html');
});

test('with a memory, only what has changed since is said to have changed', async () => {
  const memory = siteMemory();
  put('posts/one.md', post('One', 'Text.'));
  put('posts/two.md', post('Two', 'Text.'));
  await buildSite(request(), memory);
  expect(await buildSite(request(), memory)).toMatchObject({ changed: [], removed: [] });
  put('posts/one.md', post('One', 'Other text.'));
  expect(pagesIn(await buildSite(request(), memory))).toEqual({ changed: ['one/index.html'], removed: [] });
  rmSync(path.join(cwd, 'posts/two.md'));
  expect(pagesIn(await buildSite(request(), memory))).toEqual({
    // The other post has shown the way to it.
    changed: ['one/index.html', 'index.html', 'archive/index.html', 'status/index.html'],
    removed: ['two/index.html'],
  });
});

test('files of several posts are made anew only where what they show has changed', async () => {
  const tagged = (title: string, tag: string, text: string): string =>
    `---\ntitle: ${title}\ntags: [${tag}]\n---\n\n${text}\n`;
  const memory = siteMemory();
  put('posts/one.md', tagged('One', 'a', 'Text.'));
  put('posts/two.md', tagged('Two', 'b', 'Text.'));
  const remade = async (): Promise<string[]> => {
    const before = memory.lists;
    await buildSite(request(), memory);
    return [...memory.lists].filter(([name, list]) => before.get(name) !== list).map(([name]) => name);
  };
  await remade();
  put('posts/one.md', tagged('One', 'a', 'Other text.'));
  expect(await remade()).toEqual(['search']);
  put('posts/one.md', tagged('First', 'a', 'Other text.'));
  expect((await remade()).map((name) => name.replace(/^\w+Page /, ''))).toEqual([
    '',
    'tags/a/',
    'archive/',
    'status/',
    'status',
    'search',
  ]);
  expect(await remade()).toEqual([]);
});

function pagesIn({ changed, removed }: BuiltSite): Pick<BuiltSite, 'changed' | 'removed'> {
  const isPage = (address: string): boolean => address.endsWith('.html');
  return { changed: changed.filter(isPage), removed: removed.filter(isPage) };
}

test('errors are findings with their places, and wrong paths are told apart', async () => {
  put('posts/one.md', post('One', '[nowhere](../p9)'));
  const wrong = await buildSite(request());
  expect(wrong.outcome).toBe('errors');
  expect(wrong.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
    { code: 'link-broken', place: { path: 'posts/one.md', line: 5 } },
  ]);
  expect(await buildSite({ ...request(), paths: ['nowhere'] })).toMatchObject({
    outcome: 'wrong-paths',
    files: [],
  });
});

import { expect, test } from 'vitest';
import { emptySite, keepGoodPages, type ServedSite } from '../../src/dev/served-site.ts';

function site(texts: Record<string, string>, posts: Record<string, string>): ServedSite {
  const files = Object.entries(texts).map(([path, text]) => [path, { path, text, digest: text }] as const);
  return { files: new Map(files), basePath: '/', pages: new Map(Object.entries(posts)), isGood: true };
}

function texts({ files }: ServedSite): Record<string, string> {
  return Object.fromEntries([...files].map(([path, file]) => [path, 'text' in file ? file.text : '']));
}

const posts = { 'posts/a.md': 'a/index.html', 'posts/b.md': 'b/index.html' };
const before = site({ 'a/index.html': 'good a', 'b/index.html': 'good b', 'index.html': 'home' }, posts);

test('without errors all is as it was made', () => {
  const made = site({ 'a/index.html': 'new a' }, { 'posts/a.md': 'a/index.html' });
  expect(keepGoodPages(made, before, new Set())).toEqual(made);
});

test('a broken post keeps its page; all others follow', () => {
  const made = site({ 'a/index.html': 'broken a', 'b/index.html': 'new b', 'index.html': 'new home' }, posts);
  expect(texts(keepGoodPages(made, before, new Set(['posts/a.md'])))).toEqual({
    'a/index.html': 'good a',
    'b/index.html': 'new b',
    'index.html': 'new home',
  });
});

test('a post that was broken from the start is shown as it is, again and again', () => {
  const broken = new Set(['posts/c.md']);
  const first = keepGoodPages(
    site({ 'c/index.html': 'broken c' }, { 'posts/c.md': 'c/index.html' }),
    before,
    broken,
  );
  expect(texts(first)).toEqual({ 'c/index.html': 'broken c' });
  const second = site({ 'c/index.html': 'better c' }, { 'posts/c.md': 'c/index.html' });
  expect(texts(keepGoodPages(second, first, broken))).toEqual({ 'c/index.html': 'better c' });
});

test('settings that were broken from the start stop nobody', () => {
  const broken = new Set(['posts/site.yaml']);
  const first = keepGoodPages(site({ 'a/index.html': 'a' }, posts), emptySite, broken);
  const second = site({ 'a/index.html': 'new a' }, posts);
  expect(texts(keepGoodPages(second, first, broken))).toEqual({ 'a/index.html': 'new a' });
});

test('an error in what belongs to all pages leaves them all', () => {
  const made = site({ 'a/index.html': 'new a' }, posts);
  expect(keepGoodPages(made, before, new Set(['posts/site.yaml']))).toBe(before);
});

test('a kept page has the style sheet that it was made with', () => {
  const old = {
    'a/index.html': '<link href="../assets/site.1.css">',
    'assets/site.1.css': 'old',
    'assets/x.css': 'x',
  };
  const made = site({ 'a/index.html': 'broken', 'assets/site.2.css': 'new' }, posts);
  expect(texts(keepGoodPages(made, site(old, posts), new Set(['posts/a.md'])))).toEqual({
    'a/index.html': '<link href="../assets/site.1.css">',
    'assets/site.1.css': 'old',
    'assets/site.2.css': 'new',
  });
});

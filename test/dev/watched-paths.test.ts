import { expect, test } from 'vitest';
import { isWatched, watchBases } from '../../src/dev/watched-paths.ts';

const roots = ['/work/posts', '/home/seaworthy/site'];

test.each([
  '/work',
  '/work/posts',
  '/work/posts/site.yaml',
  '/work/posts/docker/p1/index.md',
  '/work/posts/docker/p1/proof.json',
  '/work/posts/odd../a.md',
  '/home/seaworthy/site/styles/main.css',
])('%s is watched', (file) => {
  expect(isWatched(file, roots)).toBe(true);
});

test.each([
  '/work/dist/index.html',
  '/work/posts-old/a.md',
  '/work/posts/.git/index',
  '/work/posts/docker/.index.md.swp',
  '/work/posts/docker/index.md~',
  '/work/posts/docker/4913',
  '/work/posts/docker/#index.md#',
  '/work/posts/docker/index.md.tmp',
  '/work/posts/node_modules/a/readme.md',
  '/other',
])('%s is not', (file) => {
  expect(isWatched(file, roots)).toBe(false);
});

test('the watching begins around the roots, so that they may go and come back', () => {
  expect(watchBases(roots, () => true)).toEqual(['/work', '/home/seaworthy']);
  expect(watchBases(['/work/posts/a', '/work/posts/b.md'], () => true)).toEqual(['/work/posts']);
  expect(watchBases(['/work/a', '/work/a/b/c'], () => true)).toEqual(['/work']);
  expect(watchBases(['/work/not/there'], (folder) => folder === '/work')).toEqual(['/work']);
});

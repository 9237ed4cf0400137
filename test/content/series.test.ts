import { expect, test } from 'vitest';
import { findSeries } from '../../src/content/series.ts';
import { madePost } from '../helpers/made-post.ts';

test('posts are ordered by weight, then date, then path; those without a weight come last', () => {
  const posts = [
    madePost('s/d.md', { series: ['S'] }),
    madePost('s/c.md', { series: ['S'], weight: 2, date: '2026-02-01' }),
    madePost('s/b.md', { series: ['S'], weight: 2, date: '2026-01-01' }),
    madePost('s/a.md', { series: ['S'], weight: 1 }),
  ];
  const [series] = findSeries(posts, []);
  expect(series?.posts.map(({ path }) => path)).toEqual(['s/a.md', 's/b.md', 's/c.md', 's/d.md']);
});

test('a folder that holds all posts of a series is its home', () => {
  const section = madePost('docker/_index.md', { title: 'Docker, part by part' }, 'docker/');
  const [series, ...others] = findSeries([madePost('docker/p1.md', { series: ['Docker'] })], [section]);
  expect(series).toMatchObject({ url: 'docker/', title: 'Docker, part by part' });
  expect(others).toEqual([]);
});

test('a series whose posts lie in several folders has a page under series/', () => {
  const section = madePost('a/_index.md', { title: 'A' }, 'a/');
  const posts = [
    madePost('a/x.md', { series: ['My Series'] }),
    madePost('b/y.md', { series: ['My Series'] }),
  ];
  expect(findSeries(posts, [section]).map(({ url }) => url)).toEqual(['a/', 'series/my-series/']);
});

test('planned parts that are written by now are no longer planned', () => {
  const planned = ['p1', 'p2'].map((slug) => ({ slug, title: slug.toUpperCase(), summary: '' }));
  const section = madePost('docker/_index.md', { title: 'D', planned }, 'docker/');
  const [series] = findSeries([madePost('docker/p1.md', {})], [section]);
  expect(series?.planned.map(({ slug }) => slug)).toEqual(['p2']);
});

import { describe, expect, test } from 'vitest';
import type { LinkIndex } from '../../src/content/links/link-index.ts';
import { resolveLink } from '../../src/content/links.ts';
import { madePost } from '../helpers/made-post.ts';

const bundle = { ...madePost('docker/p1/index.md', {}), url: 'docker/p1/' };
const single = madePost('docker/p2.md', {});
const renamed = { ...madePost('docker/p3.md', {}), url: 'docker/storage/' };
const posts = [bundle, single, renamed];
const planned = [{ slug: 'p4', title: 'Part four', summary: '' }];
const index: LinkIndex = {
  posts,
  series: [{ title: 'Docker', url: 'docker/', description: '', section: null, posts, planned }],
  idsOf: () => new Set(['first', 'größe']),
  basePath: '/docs/',
  withheld: ({ frontMatter }) => (frontMatter.draft ? { kind: 'draft' } : null),
  isFile: (file) => file === '/content/docker/p1/a b.png',
  sizeOf: () => ({ width: 4, height: 3 }),
};
const resolve = (url: string, post = bundle, kind: 'link' | 'image' = 'link') =>
  resolveLink(url, { post, root: '/content', kind }, index);

describe('links between posts', () => {
  test.each([
    ['../p2', 'docker/p2/', null],
    ['../p2/', 'docker/p2/', null],
    ['../p2.md', 'docker/p2/', null],
    ['../p2/index.md#first', 'docker/p2/', 'first'],
    ['../p2#gr%C3%B6%C3%9Fe', 'docker/p2/', 'größe'],
    ['../p3.md', 'docker/storage/', null],
    ['/docker/p2/', 'docker/p2/', null],
    ['/docs/docker/p2/', 'docker/p2/', null],
    ['..', 'docker/', null],
    ['/', '', null],
    ['#first', 'docker/p1/', 'first'],
    ['?x=1#first', 'docker/p1/', 'first'],
  ])('%s leads to %s', (url, page, anchor) => {
    expect(resolve(url)).toEqual({ kind: 'page', url: page, anchor });
  });

  test('a file beside a single post and its page are both starting points', () => {
    expect(resolve('p3.md', single)).toMatchObject({ kind: 'page', url: 'docker/storage/' });
    expect(resolve('../p1', single)).toMatchObject({ kind: 'page', url: 'docker/p1/' });
    expect(resolve('p1/index.md', single)).toMatchObject({ kind: 'page', url: 'docker/p1/' });
  });

  test('a part that is only planned is no page and no error', () => {
    expect(resolve('../p4')).toEqual({ kind: 'planned', title: 'Part four' });
  });

  test.each(['../p9', 'p2', '../../../../etc/passwd', '../p2.txt'])('%s leads nowhere', (url) => {
    expect(resolve(url)).toMatchObject({ kind: 'broken', code: 'link-broken' });
  });

  test('other sites are left alone', () => {
    for (const url of ['https://example.org/p2', '//example.org', 'mailto:a@example.org', 'tel:+1']) {
      expect(resolve(url)).toEqual({ kind: 'external', href: url });
    }
  });

  test('an image is a file, never a page', () => {
    const file = '/content/docker/p1/a b.png';
    expect(resolve('a%20b.png', bundle, 'image')).toEqual({
      kind: 'file',
      file,
      path: 'docker/p1/a b.png',
      width: 4,
      height: 3,
    });
    expect(resolve('../p2', bundle, 'image')).toMatchObject({ kind: 'broken', code: 'image-missing' });
  });
});

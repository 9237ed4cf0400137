import { expect, test } from 'vitest';
import { isBelow } from '../../src/lib/is-below.ts';

test.each([
  ['/posts/p1/a.png', true],
  ['/posts/..data/a.png', true],
  ['/posts/...', true],
  ['/posts', false],
  ['/', false],
  ['/other/a.png', false],
  ['/posts2/a.png', false],
  ['/posts/../a.png', false],
])('whether %s lies in /posts: %s', (file, expected) => {
  expect(isBelow(file, '/posts')).toBe(expected);
});

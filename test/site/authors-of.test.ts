import { expect, test } from 'vitest';
import { authorsOf } from '../../src/site/authors-of.ts';

test.each([
  [['Bo', 'Cy'], 'Ann', ['Bo', 'Cy']],
  [[], 'Ann', ['Ann']],
  [[], null, []],
])('of the post’s authors %j and the site’s %j, %j are named', (authors, author, names) => {
  expect(authorsOf({ authors }, { author })).toEqual(names);
});

import { expect, test } from 'vitest';
import { findDuplicates } from '../../src/content/page-address.ts';
import { ownFiles, ownFolders } from '../../src/lib/own-addresses.ts';
import { madePost } from '../helpers/made-post.ts';

function findingsOf(urls: readonly string[]): string[] {
  const posts = urls.map((url, index) => madePost(`${index}.md`, {}, url));
  return findDuplicates(posts, () => 1).map(({ code, message }) => `${code}: ${message}`);
}

test.each([...Object.values(ownFolders), ...Object.values(ownFiles)])(
  'no post can have the address %s, which is the site’s own, or one below it',
  (address) => {
    const folder = `${address.replace(/\/$/, '')}/`;
    for (const url of [folder, folder.toUpperCase(), `${folder}one/`]) {
      expect(findingsOf([url])).toEqual([
        `slug-duplicate: The page would have the same address as the site's own pages: \`${url}\`.`,
      ]);
    }
  },
);

test('two posts can not have one address, in whatever letter case', () => {
  expect(findingsOf(['a/one/', 'a/two/', 'A/One/'])).toEqual([
    'slug-duplicate: The page would have the same address as 0.md: `A/One/`.',
  ]);
});

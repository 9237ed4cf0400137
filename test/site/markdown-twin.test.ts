import { expect, test } from 'vitest';
import { readFrontMatter } from '../../src/content/front-matter.ts';
import { markdownTwin } from '../../src/site/markdown-twin.ts';
import { postProof } from '../../src/site/post-proof.ts';
import { madePost } from '../helpers/made-post.ts';

const config = {
  title: 'Site',
  baseUrl: null,
  author: null,
  description: '',
  language: 'en',
  navigation: [],
  editUrl: null,
  license: null,
  image: null,
  footer: '',
  homePosts: 10,
  feedPosts: 20,
};

function twinOf(source: string, addresses: [string, string | null][] = []): string {
  const post = madePost('one.md', {
    ...readFrontMatter({ path: 'one.md', source }).frontMatter,
    title: 'One',
  });
  const proof = postProof([], null, new Date('2026-11-24'));
  return markdownTwin({ post, source, addresses: new Map(addresses), proof, modified: null }, config);
}

test.each([
  ['front matter is left out', '---\ntitle: One\n---\n\nText.\n', '# One\n\nText.\n'],
  [
    'lines across a page without front matter stay',
    'A.\n\n---\n\nB.\n\n---\n\nC.\n',
    '# One\n\nA.\n\n---\n\nB.\n\n---\n\nC.\n',
  ],
  [
    'a title that the text repeats is there once',
    '---\ntitle: One\n---\n\n# One\n\nText.\n',
    '# One\n\nText.\n',
  ],
  ['comments for Seaworthy are left out', 'A.\n\n<!-- verify: exit=1 -->\n\nB.\n', '# One\n\nA.\n\n\n\nB.\n'],
])('%s', (_title, source, twin) => {
  expect(twinOf(source)).toBe(twin);
});

test('links and images lead where those of the page lead, but for what stands in code', () => {
  const source = [
    '[a](../p2 "Two"), ![b](<dot.svg>), [c](../p9), [d][r]',
    '',
    '[r]: ../p2',
    '',
    '```text',
    '[a](../p2)',
    '```',
    '',
  ].join('\n');
  const addresses: [string, string | null][] = [
    ['../p2', '../p2/index.html'],
    ['dot.svg', '../one/dot.svg'],
    ['../p9', null],
  ];
  expect(twinOf(source, addresses)).toBe(
    [
      '# One',
      '',
      '[a](../p2/index.html "Two"), ![b](../one/dot.svg), c (planned), [d][r]',
      '',
      '[r]: ../p2/index.html',
      '',
      '```text',
      '[a](../p2)',
      '```',
      '',
    ].join('\n'),
  );
});

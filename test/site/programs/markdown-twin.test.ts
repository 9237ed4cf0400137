import { expect, test } from 'vitest';
import { readFrontMatter } from '../../../src/content/front-matter.ts';
import { makeBody } from '../../../src/markdown/body.ts';
import { parseMarkdown } from '../../../src/markdown/parse.ts';
import { markdownTwin } from '../../../src/site/programs/markdown-twin.ts';
import { postProof } from '../../../src/site/proof/post-proof.ts';
import { madePost } from '../../helpers/made-post.ts';

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

async function twinOf(source: string, addresses: [string, string | null][] = []): Promise<string> {
  const post = madePost('one.md', {
    ...readFrontMatter({ path: 'one.md', source }).frontMatter,
    title: 'One',
  });
  const { codes } = await makeBody(parseMarkdown(source), { path: 'one.md', title: 'One', source });
  const proof = postProof([], null, new Date('2026-11-24'));
  return markdownTwin({ post, source, codes, addresses: new Map(addresses), proof, modified: null }, config);
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
  [
    'marks of a site generator are no part of code',
    '```bash\ncd <^>name\nof mine<^>\n```\n\n<^>Text<^>\n',
    '# One\n\n```bash\ncd name\nof mine\n```\n\n<^>Text<^>\n',
  ],
  ['comments for Seaworthy are left out', 'A.\n\n<!-- verify: exit=1 -->\n\nB.\n', '# One\n\nA.\n\n\n\nB.\n'],
])('%s', async (_title, source, twin) => {
  expect(await twinOf(source)).toBe(twin);
});

test('links and images lead where those of the page lead, but for what stands in code blocks', async () => {
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
  expect(await twinOf(source, addresses)).toBe(
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

test.each([
  ['a fence behind a list sign', '1. ```text\n   [a](../p2)\n   ```\n'],
  ['a fence in a quote that ends with it', '> ```text\n> [a](../p2)\n'],
  ['an indented block', 'A.\n\n    [a](../p2)\n'],
  ['a fence with another one inside', '```text\n```bash\n[a](../p2)\n```\n'],
  ['a fence with Windows line ends', '```text\r\n[a](../p2)\r\n```\r\n'],
])('%s is code, and what follows is not', async (_title, code) => {
  const twin = await twinOf(`---\ntitle: One\n---\n\n${code}\nThen [b](../p2).\n`, [
    ['../p2', '../p2/index.html'],
  ]);
  expect(twin).toContain('[a](../p2)\n');
  expect(twin).toContain('Then [b](../p2/index.html).');
});

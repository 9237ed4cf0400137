import { describe, expect, test } from 'vitest';
import { type SearchSource, search } from '../../../site/scripts/search-query.ts';
import type { FrontMatter } from '../../../src/model/site.ts';
import type { Passage } from '../../../src/site/search/passages.ts';
import { searchEntry } from '../../../src/site/search/search-entry.ts';
import { searchFiles } from '../../../src/site/search/search-files.ts';

interface Made {
  source: SearchSource;
  /** Bytes of each file that was asked for. */
  loaded: Map<string, number>;
}

/** A site's index as the browser has it: files that are looked up by name. */
function siteOf(posts: { title: string; passages: Passage[] }[]): Made {
  const made = posts.map(({ title, passages }, index) => {
    const frontMatter = { title, description: '', tags: [] as string[] } as FrontMatter;
    return searchEntry({ url: `p${index + 1}/`, frontMatter }, passages);
  });
  const files = new Map([
    ...made.map(({ entry, text }) => [entry.file, text] as const),
    ...searchFiles(made.map(({ entry }) => entry)).map(
      (file) => [file.path, 'text' in file ? file.text : ''] as const,
    ),
  ]);
  const loaded = new Map<string, number>();
  const load = async <Data>(name: string): Promise<Data> => {
    const text = files.get(`search/${name}`);
    if (text === undefined) throw new Error(`there is no ${name}`);
    loaded.set(name, text.length);
    let data: unknown;
    new Function('seaworthySearch', text)((_name: string, given: unknown) => {
      data = given;
    });
    return data as Data;
  };
  return { source: { index: () => load('index.js'), shelf: load, post: load }, loaded };
}

const passage = (id: string, text: string): Passage => ({ id, title: id, text });
const site = siteOf([
  {
    title: 'Containers',
    passages: [
      passage('run', 'docker run -d -p 8080:80 --name web nginx:latest starts a web server'),
      passage('stop', 'docker stop web ends it; the lighthouse is dark'),
    ],
  },
  {
    title: 'Compose',
    passages: [
      passage('install', 'Install Docker Compose, then write docker-compose.yml'),
      passage('up', 'docker compose up -d --wait; $& and <b>bold</b> are only text'),
    ],
  },
]);

async function found(query: string, { source }: Made = site): Promise<string[]> {
  const posts = await search(query, source);
  return posts.flatMap(({ passages }) => passages.map(({ href }) => href));
}

describe('a search', () => {
  test.each([
    ['lighthouse', ['p1/index.html#stop']],
    ['LightHouse', ['p1/index.html#stop']],
    ['lighth', ['p1/index.html#stop']],
    ['lihgthouse', ['p1/index.html#stop']],
    ['--name', ['p1/index.html#run']],
    ['--na', ['p1/index.html#run']],
    ['-p 8080:80', ['p1/index.html#run']],
    ['nginx', ['p1/index.html#run']],
    ['docker-compose.yml', ['p2/index.html#install']],
    ['docker-compose', ['p2/index.html#install']],
    ['compose-docker', ['p2/index.html#install', 'p2/index.html#up']],
    ['lighthouse docker', ['p1/index.html#stop']],
    ['zzzz', []],
    ['', []],
    ['  ', []],
    ['$&', []],
    ['constructor __proto__', []],
  ])('for %j finds %j', async (query, hrefs) => {
    expect(await found(query)).toEqual(hrefs);
  });

  test('marks the words that were looked for, and shows markup as it is', async () => {
    const [post] = await search('bold', site.source);
    expect(post?.passages[0]?.pieces).toEqual([
      { text: 'docker compose up -d --wait; $& and <b>', isMatch: false },
      { text: 'bold', isMatch: true },
      { text: '</b> are only text', isMatch: false },
    ]);
  });

  test('shows of a long text what stands around the first match', async () => {
    const long = `${'sea '.repeat(100)}anchor ${'land '.repeat(100)}`.trim();
    const [post] = await search('anchor', siteOf([{ title: 'Long', passages: [passage('a', long)] }]).source);
    const text = post?.passages[0]?.pieces.map((piece) => piece.text).join('') ?? '';
    expect(text).toMatch(/^… (sea )+anchor (land )+land …$/);
    expect(text.length).toBeLessThan(200);
  });

  test('puts the post whose title has the word first, and the section with the very phrase first', async () => {
    expect((await found('compose'))[0]).toMatch(/^p2/);
    expect((await found('docker compose up'))[0]).toBe('p2/index.html#up');
  });
});

test('in a site of a thousand posts a search loads a small part of the index', async () => {
  const words = Array.from(
    { length: 600 },
    (_, index) => `${((index * 7919) % 46656).toString(36)}word${index}`,
  );
  const posts = Array.from({ length: 1000 }, (_, post) => ({
    title: `Post ${post}`,
    passages: [
      passage('all', words.filter((_word, index) => (index * (post + 3)) % 5 !== 1).join(' ')),
      passage('own', `only${post}`),
    ],
  }));
  const made = siteOf(posts);
  expect(await found('only777', made)).toEqual(['p778/index.html#own']);
  const bytes = [...made.loaded.values()].reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeLessThan(200_000);
});

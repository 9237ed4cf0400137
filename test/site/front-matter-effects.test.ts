import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BuiltSite, buildSite } from '../../src/build/build-site.ts';
import { home } from '../helpers/memory-context.ts';

let cwd = '';

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'seaworthy-effects-'));
  mkdirSync(path.join(cwd, 'posts'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const base = 'title: One\ndate: 2026-01-02\nauthor: Ann\nsummary: In short.\n';

async function build(frontMatter: string, config = ''): Promise<BuiltSite & { text(name: string): string }> {
  writeFileSync(path.join(cwd, 'posts/site.yaml'), `title: Site\nbaseUrl: https://example.org/\n${config}`);
  writeFileSync(path.join(cwd, 'posts/one.md'), `---\n${base}${frontMatter}\n---\n\nText.\n`);
  writeFileSync(path.join(cwd, 'posts/two.md'), '---\ntitle: Two\ndate: 2026-01-01\n---\n\nText.\n');
  const now = new Date('2026-11-24T12:00:00Z');
  const site = await buildSite({ paths: ['posts'], cwd, home, cacheFolder: null, drafts: false, now });
  // A text that is not there would lack whatever it is searched for.
  const text = (name: string): string => {
    const file = site.files.find((each) => each.path === name);
    if (!file || !('text' in file)) throw new Error(`the site has no text ${name}`);
    return file.text;
  };
  return { ...site, text };
}

test('without any of these keys, a page leads to its neighbours, and lists and search engines show it', async () => {
  const { text } = await build('');
  expect(text('one/index.html')).toMatch(/<span>Older<\/span><a href="..\/two\/index.html" rel="prev">Two/);
  expect(text('two/index.html')).toMatch(/<span>Newer<\/span><a href="..\/one\/index.html" rel="next">One/);
  expect(text('one/index.html')).not.toContain('noindex');
  expect(text('sitemap.xml')).toContain('/one/');
});

test.each([
  ['ShowBreadCrumbs: false', 'class="breadcrumbs"'],
  ['ShowReadingTime: false', 'min to read'],
  ['hidemeta: true', 'By Ann'],
  ['hidemeta: true', '2 Jan 2026'],
  ['ShowPostNavLinks: false', 'class="way-on"'],
])('with %s the page has no %j', async (key, part) => {
  expect((await build('')).text('one/index.html')).toContain(part);
  expect((await build(key)).text('one/index.html')).not.toContain(part);
});

test('hideSummary keeps the summary out of lists', async () => {
  expect((await build('')).text('index.html')).toContain('In short.');
  expect((await build('hideSummary: true')).text('index.html')).not.toContain('In short.');
});

test('robotsNoIndex and canonicalURL keep search engines from the page', async () => {
  const hidden = await build('robotsNoIndex: true');
  expect(hidden.text('one/index.html')).toContain('<meta name="robots" content="noindex">');
  expect(hidden.text('sitemap.xml')).not.toContain('/one/');
  const elsewhere = await build('canonicalURL: https://first.example/one');
  expect(elsewhere.text('one/index.html')).toContain(
    '<link rel="canonical" href="https://first.example/one">',
  );
  expect(elsewhere.text('sitemap.xml')).not.toContain('/one/');
});

test('searchHidden keeps the page out of the search', async () => {
  const inSearch = ({ files }: BuiltSite): string =>
    files.map((file) => (file.path.startsWith('search/') && 'text' in file ? file.text : '')).join('\n');
  expect(inSearch(await build(''))).toContain('one/index.html');
  expect(inSearch(await build('searchHidden: true'))).not.toContain('one/index.html');
});

test('a post of a later day is left out, and its author is told', async () => {
  expect((await build('')).text('index.html')).toContain('>One<');
  const { text, files, findings } = await build('publishDate: 2027-01-01');
  expect(files.filter((file) => file.path.startsWith('one/'))).toEqual([]);
  expect(text('index.html')).not.toContain('>One<');
  expect(findings.find(({ code }) => code === 'post-withheld')?.message).toContain(
    'not shown before 2027-01-01',
  );
});

test('editUrl gives each post its address, which the post can overrule', async () => {
  const editUrl = 'editUrl: https://git.example/edit/main/posts/{path}\n';
  expect((await build('', editUrl)).text('one/index.html')).toContain(
    'href="https://git.example/edit/main/posts/one.md">Edit this',
  );
  expect((await build('editPost: { disabled: true }', editUrl)).text('one/index.html')).not.toContain(
    'Edit this',
  );
  const own = 'editPost: { URL: "https://wiki.example/one" }';
  expect((await build(own, editUrl)).text('one/index.html')).toContain('href="https://wiki.example/one"');
});

test('feedPosts of the newest posts are in the feeds, with their text', async () => {
  const titles = async (config: string): Promise<string[]> => {
    const feed = JSON.parse((await build('', config)).text('feed.json')) as {
      items: { title: string; content_html: string }[];
    };
    return feed.items.map(({ title, content_html }) => `${title}: ${content_html.trim()}`);
  };
  expect(await titles('')).toEqual(['One: <p>Text.</p>', 'Two: <p>Text.</p>']);
  expect(await titles('feedPosts: 1\n')).toEqual(['One: <p>Text.</p>']);
});

test('footer, license and image of the site are on its pages', async () => {
  writeFileSync(path.join(cwd, 'posts/card.png'), '');
  const config =
    'footer: Made by hand.\nlicense: { name: CC BY 4.0, url: "https://license.example/" }\nimage: card.png\n';
  const { text, files } = await build('', config);
  expect(text('index.html')).toContain('Made by hand.');
  expect(text('index.html')).toContain('<a href="https://license.example/" rel="license">CC BY 4.0</a>');
  expect(text('one/index.html')).toContain(
    '<meta property="og:image" content="https://example.org/card.png"><meta property="og:image:alt" content="Site">',
  );
  expect(files.map((file) => file.path)).toContain('card.png');
});

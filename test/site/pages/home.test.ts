import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildSite } from '../../../src/build/build-site.ts';
import { home } from '../../helpers/memory-context.ts';

let cwd = '';

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'seaworthy-home-'));
  mkdirSync(path.join(cwd, 'posts'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

/** Builds a site of so many posts, each third one a part of one of ten series, and gives its files' texts. */
async function siteOf(count: number): Promise<(name: string) => string> {
  writeFileSync(path.join(cwd, 'posts/site.yaml'), 'title: Site\nhomePosts: 5\n');
  for (let index = 0; index < count; index += 1) {
    const date = `date: ${2020 + (index % 4)}-01-${String(1 + (index % 28)).padStart(2, '0')}`;
    const series = index % 3 === 0 ? `series: Voyage ${index % 10}` : '';
    const text = `---\ntitle: Post ${index}\n${date}\ntags: [sea]\n${series}\n---\n\nText.\n`;
    writeFileSync(path.join(cwd, `posts/post-${index}.md`), text);
  }
  const now = new Date('2026-11-24T12:00:00Z');
  const { files } = await buildSite({ paths: ['posts'], cwd, home, cacheFolder: null, drafts: false, now });
  const texts = new Map(files.map((file) => [file.path, 'text' in file ? file.text : '']));
  return (name) => texts.get(name) ?? '';
}

const linksToPosts = (html: string): number => html.match(/post-\d+\/index\.html/g)?.length ?? 0;

test('a small site shows all of its posts on its first page', async () => {
  const text = await siteOf(6);
  expect(linksToPosts(text('index.html'))).toBe(6);
  expect(text('index.html')).not.toContain('by year');
});

test('a large site shows its newest posts and its series, and leads to the rest', async () => {
  const text = await siteOf(60);
  const first = text('index.html');
  expect(linksToPosts(first)).toBe(5);
  expect(first).toContain('<a href="archive/index.html">All 60 posts by year</a>');
  expect(first).toContain('<a href="series/index.html">All 10 series</a>');
  expect(first.indexOf('Newest posts')).toBeLessThan(first.indexOf('Voyage'));
});

test('the archive, and a tag with many posts, have one line for each under its year', async () => {
  const text = await siteOf(60);
  for (const name of ['archive/index.html', 'tags/sea/index.html']) {
    expect(linksToPosts(text(name)), name).toBe(60);
    expect([...text(name).matchAll(/<h2>(\d{4})<\/h2>/g)].map(([, year]) => year)).toEqual([
      '2023',
      '2022',
      '2021',
      '2020',
    ]);
  }
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadPostSources } from '../../src/content/load-sources.ts';

let cwd = '';

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'seaworthy-load-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function put(file: string, content: string | Uint8Array = '# T\n'): void {
  mkdirSync(path.join(cwd, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(cwd, file), content);
}

async function load(...paths: string[]): Promise<{ posts: string[]; codes: string[] }> {
  const { posts, findings } = await loadPostSources(paths, { cwd });
  const codes = findings.map(({ code, place }) => `${code} ${place.path}:${place.line}:${place.column}`);
  return { posts: posts.map((post) => post.path), codes };
}

test('a folder gives the posts below it, sorted, each once', async () => {
  for (const file of [
    'b.md',
    'a/index.md',
    'a/_index.md',
    'c.markdown',
    'README.md',
    '.git/x.md',
    'node_modules/y.md',
  ]) {
    put(file);
  }
  expect(await load('.', 'b.md', './a')).toEqual({ posts: ['a/index.md', 'b.md', 'c.markdown'], codes: [] });
});

test('a README is a post when it is named', async () => {
  put('README.md');
  expect(await load('README.md')).toEqual({ posts: ['README.md'], codes: [] });
});

test('a project folder means its posts', async () => {
  put('posts/p1.md');
  put('other/p2.md');
  expect(await load('.')).toEqual({ posts: ['posts/p1.md'], codes: [] });
});

test('a file outside the working folder is shown relative to it', async () => {
  put('p1.md');
  mkdirSync(path.join(cwd, 'deep'));
  const { posts } = await loadPostSources(['../p1.md'], { cwd: path.join(cwd, 'deep') });
  expect(posts[0]?.path).toBe('../p1.md');
});

test('what can not be read is a finding with its place', async () => {
  put('utf16.md', new Uint8Array([0xff, 0xfe, 0x41, 0x00]));
  put('late.md', new Uint8Array([0x6f, 0x6b, 0x0a, 0xc3, 0xa4, 0x20, 0xc3]));
  put('large.md', new Uint8Array(5 * 1024 * 1024 + 1).fill(0x61));
  put('notes.txt');
  mkdirSync(path.join(cwd, 'empty'));
  const paths = ['utf16.md', 'late.md', 'large.md', 'notes.txt', 'empty', 'nowhere'];
  expect((await load(...paths)).codes.sort()).toEqual([
    'file-not-utf8 late.md:2:3',
    'file-not-utf8 utf16.md:1:1',
    'file-too-large large.md:1:1',
    'file-unreadable notes.txt:1:1',
    'file-unreadable nowhere:1:1',
    'folder-empty empty:1:1',
  ]);
});

test('a byte order mark is no part of the text', async () => {
  put('bom.md', '\ufeff---\ntitle: T\n---\n');
  const { posts } = await loadPostSources(['bom.md'], { cwd });
  expect(posts[0]?.source.startsWith('---')).toBe(true);
});

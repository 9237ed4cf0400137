import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildSite } from '../../src/build/build-site.ts';
import { gitHistory } from '../../src/content/git-history.ts';
import { home } from '../helpers/memory-context.ts';

let cwd = '';

beforeEach(() => {
  cwd = realpathSync(mkdtempSync(path.join(tmpdir(), 'seaworthy-git-')));
});

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const nothingKept = { get: async () => null, put: async () => {} };

function git(folder: string, args: string[], date = '2026-01-01T12:00:00+01:00'): void {
  const identity = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org' };
  const committer = { GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org' };
  const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null' };
  execFileSync('git', args, {
    cwd: folder,
    env: { ...process.env, ...identity, ...committer, ...dates },
    stdio: 'pipe',
  });
}

function commit(file: string, text: string, date: string): void {
  mkdirSync(path.join(cwd, 'origin', path.dirname(file)), { recursive: true });
  writeFileSync(path.join(cwd, 'origin', file), text);
  git(path.join(cwd, 'origin'), ['add', '-A']);
  git(path.join(cwd, 'origin'), ['commit', '-qm', 'x'], date);
}

function makeRepository(): void {
  mkdirSync(path.join(cwd, 'origin'));
  git(path.join(cwd, 'origin'), ['init', '-q']);
  commit('posts/one.md', '---\ntitle: One\n---\n', '2026-01-01T12:00:00+01:00');
  commit('posts/größe "x".md', '---\ntitle: Two\n---\n', '2026-02-01T12:00:00+01:00');
  commit('posts/one.md', '---\ntitle: One\n---\n\nMore.\n', '2026-03-01T12:00:00+01:00');
  commit('posts/late.md', '---\ntitle: Late\n---\n', '2026-04-01T12:00:00+01:00');
}

test('each file has the time of the last commit that changed it, whatever its name', async () => {
  makeRepository();
  const history = await gitHistory(path.join(cwd, 'origin/posts'), nothingKept);
  const at = (name: string) => history?.changes.get(path.join(cwd, 'origin/posts', name));
  expect(at('one.md')).toBe('2026-03-01T12:00:00+01:00');
  expect(at('größe "x".md')).toBe('2026-02-01T12:00:00+01:00');
  expect(at('never.md')).toBeUndefined();
});

test('a history is kept until another commit is there', async () => {
  makeRepository();
  const kept = new Map<string, unknown>();
  const memory = {
    get: async (key: string) => kept.get(key) ?? null,
    put: async (key: string, value: unknown) => void kept.set(key, value),
  };
  const first = await gitHistory(path.join(cwd, 'origin'), memory);
  expect(await gitHistory(path.join(cwd, 'origin'), memory)).toBe(first);
  commit('posts/one.md', '---\ntitle: One\n---\n', '2026-05-01T12:00:00+01:00');
  const second = await gitHistory(path.join(cwd, 'origin'), memory);
  expect(second?.changes.get(path.join(cwd, 'origin/posts/one.md'))).toBe('2026-05-01T12:00:00+01:00');
});

test('without a repository nothing is known', async () => {
  expect(await gitHistory(cwd, nothingKept)).toBeNull();
});

const build = (folder: string) =>
  buildSite({
    paths: ['posts'],
    cwd: path.join(cwd, folder),
    home,
    cacheFolder: null,
    drafts: false,
    now: new Date('2026-11-24T12:00:00Z'),
  });

function textOf(site: Awaited<ReturnType<typeof build>>, name: string): string {
  const file = site.files.find((each) => each.path === name);
  return file && 'text' in file ? file.text : '';
}

test('a page says when it was changed, and its author has the last word', async () => {
  makeRepository();
  commit('posts/own.md', '---\ntitle: Own\nlastmod: 2026-01-09\n---\n', '2026-05-01T12:00:00+01:00');
  const site = await build('origin');
  expect(textOf(site, 'one/index.html')).toContain('Changed <time datetime="2026-03-01">');
  expect(textOf(site, 'own/index.html')).toContain('Changed <time datetime="2026-01-09">');
});

test('in a shallow clone, what git does not know is not shown, and a note says so', async () => {
  makeRepository();
  git(cwd, ['clone', '-q', '--depth', '2', `file://${path.join(cwd, 'origin')}`, 'clone']);
  const site = await build('clone');
  expect(textOf(site, 'one/index.html')).not.toContain('Changed');
  expect(textOf(site, 'late/index.html')).toContain('Changed <time datetime="2026-04-01">');
  const notes = site.findings.filter(({ code }) => code === 'history-shallow');
  expect(notes.map(({ message }) => message)).toEqual([
    'This is a shallow clone: when 2 posts were last changed is not known.',
  ]);
});

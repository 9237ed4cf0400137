import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runBuild } from '../../src/commands/build.ts';
import { runCheck } from '../../src/commands/check.ts';
import { home, memoryContext } from '../helpers/memory-context.ts';

let cwd = '';

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'seaworthy-build-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function put(file: string, content: string): void {
  mkdirSync(path.join(cwd, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(cwd, file), content);
}

const good = '---\ntitle: "Good"\ndate: 2026-01-02\n---\n\nText.\n';
const bad = '---\ntitle: "Bad"\n---\n\n[nowhere](../p9)\n';
const defaults = { paths: [], out: 'dist', drafts: false, keepGoing: false };

describe('build', () => {
  test('posts become pages, and the exit is 0', async () => {
    put('posts/one.md', good);
    const context = memoryContext(cwd);
    expect(await runBuild(defaults, context)).toBe(0);
    expect(readFileSync(path.join(cwd, 'dist/one/index.html'), 'utf8')).toContain('<h1>Good</h1>');
    expect(context.out()).toMatch(/^1 post, \d+ files in dist/);
  });

  test('with an error the exit is 1 and dist stays as it was', async () => {
    put('posts/one.md', good);
    await runBuild(defaults, memoryContext(cwd));
    put('posts/two.md', bad);
    const context = memoryContext(cwd);
    expect(await runBuild(defaults, context)).toBe(1);
    expect(context.err()).toContain('posts/two.md:5:1');
    expect(existsSync(path.join(cwd, 'dist/two'))).toBe(false);
    expect(readdirSync(cwd).sort()).toEqual(['dist', 'posts']);
  });

  test('--keep-going writes the site all the same, and the exit stays 1', async () => {
    put('posts/two.md', bad);
    put('posts/three.md', '# From its heading\n\nNo front matter.\n');
    expect(await runBuild({ ...defaults, keepGoing: true }, memoryContext(cwd))).toBe(1);
    expect(readFileSync(path.join(cwd, 'dist/two/index.html'), 'utf8')).toContain('nowhere');
    const page = readFileSync(path.join(cwd, 'dist/three/index.html'), 'utf8');
    expect(page.match(/From its heading<\/h1>/g)).toHaveLength(1);
  });

  test('drafts are left out, or put in with --drafts', async () => {
    put('posts/one.md', good);
    put('posts/two.md', good.replace('date:', 'draft: true\ndate:'));
    expect(await runBuild(defaults, memoryContext(cwd))).toBe(0);
    expect(existsSync(path.join(cwd, 'dist/two'))).toBe(false);
    expect(await runBuild({ ...defaults, drafts: true }, memoryContext(cwd))).toBe(0);
    expect(readFileSync(path.join(cwd, 'dist/two/index.html'), 'utf8')).toContain('Draft');
  });

  test('two builds are equal to the byte', async () => {
    put('posts/one.md', good);
    await runBuild(defaults, memoryContext(cwd));
    await runBuild({ ...defaults, out: 'again' }, memoryContext(cwd));
    expect(contents('again')).toEqual(contents('dist'));
  });

  test.each([
    ['a folder that is not there', ['nowhere']],
    ['a folder without posts', ['empty']],
  ])('%s is wrong usage: exit 2, nothing written', async (_title, paths) => {
    put('empty/notes.txt', 'x');
    const context = memoryContext(cwd);
    expect(await runBuild({ ...defaults, paths }, context)).toBe(2);
    expect(context.err()).toContain(`${paths[0]}:1:1`);
    expect(existsSync(path.join(cwd, 'dist'))).toBe(false);
  });

  test('an output folder with other files in it is not touched: exit 2', async () => {
    put('posts/one.md', good);
    put('dist/thesis.txt', 'precious');
    const context = memoryContext(cwd);
    expect(await runBuild(defaults, context)).toBe(2);
    expect(context.err()).toContain('not a site made here');
    expect(contents('dist')).toEqual([['thesis.txt', 'precious']]);
  });
});

const shared = path.join(home, '../shared');

describe.skipIf(!existsSync(shared))('input that was not written for Seaworthy', () => {
  test('the seed becomes a page, its one broken link is named with its place', async () => {
    const options = {
      ...defaults,
      paths: [path.join(shared, 'seed')],
      out: path.join(cwd, 'dist'),
      keepGoing: true,
    };
    const context = memoryContext(home);
    expect(await runBuild(options, context)).toBe(1);
    expect(context.err().match(/^.* {2}error {2}.*$/gm)).toEqual([
      '../shared/seed/p1.md:453:21  error  There is no page or file `../p2`.  link-broken',
    ]);
    const page = readFileSync(path.join(cwd, 'dist/p1/index.html'), 'utf8');
    expect(page.match(/role="img"/g)).toHaveLength(2);
    expect(page.match(/Not verified yet/g)).toHaveLength(18);
  });

  test('the corpus gives pages and findings, no crash', async () => {
    const options = {
      ...defaults,
      paths: [path.join(shared, 'corpus')],
      out: path.join(cwd, 'dist'),
      keepGoing: true,
    };
    const context = memoryContext(home);
    expect(await runBuild(options, context)).toBe(1);
    expect(context.out()).toMatch(/^11 posts, /);
  });
});

describe('check', () => {
  test('good posts give 0, an error gives 1, nothing to check gives 2', async () => {
    put('posts/one.md', good);
    expect(await runCheck({ paths: [] }, memoryContext(cwd))).toBe(0);
    put('posts/two.md', bad);
    expect(await runCheck({ paths: [] }, memoryContext(cwd))).toBe(1);
    expect(await runCheck({ paths: ['posts/one.md'] }, memoryContext(cwd))).toBe(0);
    expect(await runCheck({ paths: ['nowhere'] }, memoryContext(cwd))).toBe(2);
  });

  test('one post may link to its neighbours, which are not looked at', async () => {
    put('posts/site.yaml', 'title: Site\n');
    put('posts/one.md', `${good}\n[two](two.md)\n`);
    put('posts/two.md', bad);
    expect(await runCheck({ paths: ['posts/one.md'] }, memoryContext(cwd))).toBe(0);
  });
});

function contents(folder: string): [string, string][] {
  const names = readdirSync(path.join(cwd, folder), { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [path.relative(path.join(cwd, folder), file), readFileSync(file, 'utf8')]);
}

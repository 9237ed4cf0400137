import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runBuild } from '../../src/commands/build.ts';
import { memoryContext } from '../helpers/memory-context.ts';

// Everything outside of `project/posts` holds this word; nothing of the site may.
const secret = 'Barnacle';
let folder = '';
let cwd = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'seaworthy-outside-')));
  cwd = path.join(folder, 'project');
  mkdirSync(path.join(cwd, 'posts/one'), { recursive: true });
  mkdirSync(path.join(folder, 'private'));
  for (const name of ['secret.md', 'secret.png', 'secret.txt', 'site.yaml', '_index.md', 'index.md'])
    writeFileSync(path.join(folder, 'private', name), `---\ntitle: ${secret}\n---\n${secret}\n`);
  writeFileSync(path.join(cwd, 'near.txt'), secret);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, body: string, frontMatter = ''): void {
  writeFileSync(path.join(cwd, 'posts', name), `---\ntitle: "One"\n${frontMatter}---\n\n${body}\n`);
}

function link(name: string, target: string): void {
  symlinkSync(target, path.join(cwd, 'posts', name));
}

async function build(): Promise<{ code: number; err: string; site: string }> {
  const context = memoryContext(cwd);
  const before = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.includes('dist'),
  );
  const code = await runBuild({ paths: ['posts'], out: 'dist', drafts: false, keepGoing: true }, context);
  const after = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.includes('dist'),
  );
  expect(after, 'nothing is written outside of the output folder').toEqual(before);
  const out = path.join(cwd, 'dist');
  const files = existsSync(out) ? readdirSync(out, { recursive: true, withFileTypes: true }) : [];
  const texts = files
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return {
    code,
    err: context.err(),
    site: texts.map((file) => `${file}\n${readFileSync(file, 'latin1')}`).join('\n'),
  };
}

describe('a post that points out of its folder', () => {
  test.each([
    '![x](../../../private/secret.png)',
    '![x](/../../private/secret.png)',
    '![x](..%2f..%2f..%2fprivate%2fsecret.png)',
    '![x](%2e%2e/%2e%2e/%2e%2e/private/secret.png)',
    '[x](../../near.txt)',
    '[x](../../../private/secret.md)',
    '[x](file:///etc/passwd)',
    '![x](file:///etc/passwd)',
    '<img src="../../../private/secret.png">',
    '<a href="..\\..\\..\\private\\secret.txt">x</a>',
  ])('%s', async (body) => {
    put('one/index.md', body);
    const { code, err, site } = await build();
    expect(code).toBe(1);
    expect(err).toContain('posts/one/index.md:5:1');
    expect(site).not.toContain(secret);
    expect(site).not.toContain('root:x:0:');
  });

  test('with an absolute path', async () => {
    put('one/index.md', `![x](${folder}/private/secret.png)`);
    const { code, site } = await build();
    expect(code).toBe(1);
    expect(site).not.toContain(secret);
  });

  test('as a cover', async () => {
    put('one/index.md', 'Text.', 'cover:\n  image: ../../../private/secret.png\n');
    const { code, err, site } = await build();
    expect(code).toBe(1);
    expect(err).toContain('image-missing');
    expect(site).not.toContain(secret);
  });

  test.each(['slug: ../../escaped', 'slug: /escaped', 'slug: ..', 'slug: "a\\0b"', 'slug: a/b'])(
    'with %s',
    async (line) => {
      put('one/index.md', 'Text.', `${line}\n`);
      const { code } = await build();
      expect(code).toBe(1);
    },
  );

  test.each([
    '../../escaped',
    '/../../escaped',
    '//escaped',
    '/a/../../../escaped',
    'a/..',
    '..',
    '"a\\0b"',
    '"a\\\\..\\\\..\\\\b"',
    'assets',
    'one',
    'search/index.js',
    'index.html/x',
    '404.html',
    '.seaworthy-site',
    '"%2e%2e/%2e%2e/escaped"',
  ])('with the alias %s', async (alias) => {
    put('one/index.md', 'Text.', `aliases: [${alias}]\n`);
    const { code } = await build();
    expect([0, 1]).toContain(code);
    expect(existsSync(path.join(cwd, 'dist/one/index.html'))).toBe(true);
    expect(readFileSync(path.join(cwd, 'dist/one/index.html'), 'utf8')).toContain('<h1>One</h1>');
  });
});

test('a picture of the whole site that lies elsewhere is not taken', async () => {
  put('one/index.md', 'Text.');
  writeFileSync(
    path.join(cwd, 'posts/site.yaml'),
    'title: T\nbaseUrl: https://example.org/\nimage: ../../private/secret.png\n',
  );
  const { code, err, site } = await build();
  expect(code).toBe(1);
  expect(err).toContain('posts/site.yaml:3');
  expect(site).not.toContain(secret);
});

test('a file beside a post never takes the place of its page, or of a file of the site', async () => {
  put('one/index.md', '![x](index.html) [y](/404.html) [z](/search/index.js) [f](/robots.txt)');
  for (const name of ['one/index.html', '404.html', 'search/index.js', 'robots.txt']) {
    mkdirSync(path.join(cwd, 'posts', path.dirname(name)), { recursive: true });
    writeFileSync(path.join(cwd, 'posts', name), secret);
  }
  writeFileSync(path.join(cwd, 'posts/site.yaml'), 'title: T\nbaseUrl: https://example.org/\n');
  const { site } = await build();
  expect(site).not.toContain(secret);
});

describe('a symbolic link out of the folder', () => {
  test.each([
    ['a post', 'stolen.md', 'secret.md'],
    ['a section', '_index.md', '_index.md'],
    ['the settings', 'site.yaml', 'site.yaml'],
  ])('is not read as %s, and the author hears of it', async (_what, name, target) => {
    put('one/index.md', 'Text.');
    link(name, path.join(folder, 'private', target));
    const { code, err, site } = await build();
    expect(code).toBe(1);
    expect(err).toContain(`posts/${name}`);
    expect(site).not.toContain(secret);
  });

  test.each([
    ['an image', '![x](pic.png)', 'one/pic.png', 'secret.png'],
    ['a file', '[x](notes.txt)', 'one/notes.txt', 'secret.txt'],
    ['a folder', '[x](sub/secret.txt)', 'one/sub', '.'],
  ])('is not followed for %s', async (_what, body, name, target) => {
    put('one/index.md', body);
    link(name, path.join(folder, 'private', target));
    const { code, err, site } = await build();
    expect(code).toBe(1);
    expect(err).toContain('posts/one/index.md:5:1');
    expect(site).not.toContain(secret);
  });

  test('is not read as a proof', async () => {
    put('one/index.md', 'Text.');
    link('one/proof.json', path.join(folder, 'private/secret.txt'));
    const { err, site } = await build();
    expect(err).toContain('posts/one/proof.json');
    expect(err).not.toContain(secret);
    expect(site).not.toContain(secret);
  });

  test('but one that stays inside is followed, and so is one that is the folder itself', async () => {
    put('one/index.md', '![x](pic.svg)');
    writeFileSync(path.join(cwd, 'posts/pic.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    link('one/pic.svg', '../pic.svg');
    link('two.md', 'one/index.md');
    symlinkSync(path.join(cwd, 'posts'), path.join(folder, 'linked'));
    const context = memoryContext(cwd);
    const options = { paths: [path.join(folder, 'linked')], out: 'dist', drafts: false, keepGoing: false };
    writeFileSync(path.join(cwd, 'posts/pic.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(await runBuild(options, context), context.err()).toBe(0);
    expect(existsSync(path.join(cwd, 'dist/one/pic.svg'))).toBe(true);
  });
});

test('what is no file is not waited for', async () => {
  put('one/index.md', '![x](pipe.png) [y](pipe.txt)');
  for (const name of ['pipe.md', 'one/pipe.png', 'one/pipe.txt', 'one/proof.json', '_index.md'])
    execFileSync('mkfifo', [path.join(cwd, 'posts', name)]);
  const { code } = await build();
  expect(code).toBe(1);
});

test.each([
  ['a NUL', '![x](a%00b.png) [y](c%00d)'],
  ['a name that no disk takes', `![x](${'a'.repeat(5000)}.png) [y](${'b/'.repeat(5000)})`],
])('a link with %s is a finding, not a crash', async (_what, body) => {
  put('one/index.md', body);
  const { code, err } = await build();
  expect(code).toBe(1);
  expect(err).toContain('image-missing');
});

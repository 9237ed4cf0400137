import { createHash } from 'node:crypto';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const hello = `export async function main(home: string): Promise<void> { console.log('hello', process.argv[2]); }`;
let home: string;

// A Seaworthy of one file: the launcher does not care what it launches.
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'seaworthy-launcher-'));
  await mkdir(join(home, 'scripts'));
  await mkdir(join(home, 'src'));
  await cp(join(root, 'scripts/seaworthy.mjs'), join(home, 'scripts/seaworthy.mjs'));
  await cp(join(root, 'scripts/launch'), join(home, 'scripts/launch'), { recursive: true });
  await symlink(join(root, 'node_modules'), join(home, 'node_modules'));
  await writeFile(
    join(home, 'package.json'),
    JSON.stringify({ type: 'module', engines: { node: '>=20.19' } }),
  );
  await writeFile(join(home, 'src/cli.ts'), hello);
});

afterEach(() => rm(home, { recursive: true, force: true }));

function launch(...args: string[]) {
  return execa('node', [join(home, 'scripts/seaworthy.mjs'), ...args], {
    reject: false,
    cwd: tmpdir(),
    stdin: 'ignore',
  });
}

async function cacheEntries(): Promise<string[]> {
  return (await readdir(join(home, '.seaworthy'))).sort();
}

async function compiledFiles(): Promise<string[]> {
  const [bundle] = await cacheEntries();
  const folder = join(home, '.seaworthy', bundle!);
  return (await readdir(folder))
    .filter((name) => name.startsWith('cli.cjs.'))
    .map((name) => join(folder, name));
}

describe('the launcher', () => {
  test('bundles once and starts the bundle from then on', async () => {
    expect(await launch('a')).toMatchObject({ stdout: 'hello a', stderr: '', exitCode: 0 });
    const entries = await cacheEntries();
    expect(entries).toEqual([expect.stringMatching(/^bundle-[\da-f]{16}$/)]);
    expect(await launch('b')).toMatchObject({ stdout: 'hello b', exitCode: 0 });
    expect(await cacheEntries()).toEqual(entries);
  });

  test('loads a package that is not in the bundle when the code asks for it', async () => {
    const source = `export async function main(): Promise<void> { console.log(typeof (await import('esbuild')).build); }`;
    await writeFile(join(home, 'src/cli.ts'), source);
    expect(await launch('build')).toMatchObject({ stdout: 'function', stderr: '', exitCode: 0 });
  });

  test('bundles again when a source has changed, and removes what nobody has used for an hour', async () => {
    await launch();
    const [first] = await cacheEntries();
    const anHourAgo = new Date(Date.now() - 3_700_000);
    await mkdir(join(home, '.seaworthy/draft-1-killed'));
    for (const name of [first!, 'draft-1-killed'])
      await utimes(join(home, '.seaworthy', name), anHourAgo, anHourAgo);
    await writeFile(join(home, 'src/cli.ts'), hello.replace('hello', 'ahoy'));
    expect(await launch('c')).toMatchObject({ stdout: 'ahoy c' });
    expect(await cacheEntries()).not.toContain(first);
    expect(await cacheEntries()).toHaveLength(1);
  });

  test('may be started twice at once', async () => {
    const both = await Promise.all([launch('a'), launch('b')]);
    expect(both.map((result) => result.stdout)).toEqual(['hello a', 'hello b']);
    expect(await cacheEntries()).toHaveLength(1);
  });

  test('is not confused by a bundle that was left half-made', async () => {
    await mkdir(join(home, '.seaworthy/draft-2-killed'), { recursive: true });
    await writeFile(join(home, '.seaworthy/draft-2-killed/cli.js'), 'export const broken =');
    expect(await launch('a')).toMatchObject({ stdout: 'hello a', exitCode: 0 });
  });

  test('says in one line that packages are missing', async () => {
    await rm(join(home, 'node_modules'));
    const { stderr, exitCode } = await launch();
    expect([stderr, exitCode]).toEqual(["Seaworthy's packages are not installed: run `npm ci` first.", 2]);
  });

  test('says in one line that a single package is missing', async () => {
    await writeFile(join(home, 'src/cli.ts'), `import 'a-package-that-is-not-there';\n${hello}`);
    const { stderr, exitCode } = await launch();
    expect([stderr, exitCode]).toEqual([
      "Some of Seaworthy's packages are not installed: run `npm ci` first.",
      2,
    ]);
  });

  test('says in one line that Node is too old', async () => {
    await writeFile(
      join(home, 'package.json'),
      JSON.stringify({ type: 'module', engines: { node: '>=99.1' } }),
    );
    const { stderr, exitCode } = await launch();
    expect([stderr, exitCode]).toEqual([`Seaworthy needs Node >=99.1; this is ${process.versions.node}.`, 2]);
  });

  test('shows an error in our own source once, with its place, and leaves nothing', async () => {
    await writeFile(join(home, 'src/cli.ts'), 'export const = 1;');
    const { stderr, exitCode } = await launch();
    expect(exitCode).toBe(70);
    expect(stderr.match(/src\/cli\.ts:1:13/g)).toHaveLength(1);
    expect(await cacheEntries()).toEqual([]);
  });

  test('gives packages in CommonJS what they ask for', async () => {
    const source = `import { Command } from 'commander';\nexport async function main() { console.log(new Command('x').name()); }`;
    await writeFile(join(home, 'src/cli.ts'), source);
    expect(await launch()).toMatchObject({ stdout: 'x', stderr: '' });
  });

  test('runs a command and every other start alike, whatever signs the source holds', async () => {
    const source = `export async function main() { console.log(/^[…└]$/.test('…'), String.raw\`–\\n\`, 'ß'); }`;
    await writeFile(join(home, 'src/cli.ts'), source);
    const starts = [
      await launch('word'),
      await launch('word'),
      await launch('--flag'),
      await launch('w', '--debug'),
    ];
    expect(starts.map(({ stdout, stderr }) => [stdout, stderr])).toEqual(
      Array.from({ length: 4 }, () => ['true –\\n ß', '']),
    );
  });
});

describe('compiled code', () => {
  test('is kept by the first start of a command, and not written again', async () => {
    await launch('a');
    const [file, ...others] = await compiledFiles();
    expect(others).toEqual([]);
    const kept = await readFile(file!);
    expect(kept.length).toBeGreaterThan(32);
    await utimes(file!, new Date(0), new Date(0));
    expect(await launch('a')).toMatchObject({ stdout: 'hello a', stderr: '' });
    expect((await stat(file!)).mtimeMs).toBe(0);
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in one place', (bytes: Buffer) => bytes.fill(bytes[200]! ^ 1, 200, 201)],
    ['of another V8', (bytes: Buffer) => signed(bytes.subarray(32).fill(0xff, 4, 8))],
  ])('is made anew when it is %s', async (_name, spoil) => {
    await launch('a');
    const [file] = await compiledFiles();
    const kept = await readFile(file!);
    const spoilt = spoil(Buffer.from(kept));
    await writeFile(file!, spoilt);
    expect(await launch('a')).toMatchObject({ stdout: 'hello a', stderr: '', exitCode: 0 });
    expect(await compiledFiles()).toEqual([file]);
    expect((await readFile(file!)).equals(spoilt)).toBe(false);
  });

  test('is not kept of a start that failed', async () => {
    await writeFile(join(home, 'src/cli.ts'), 'export async function main() { process.exit(2); }');
    expect(await launch('a')).toMatchObject({ exitCode: 2 });
    expect(await compiledFiles()).toEqual([]);
  });
});

function signed(code: Buffer): Buffer {
  return Buffer.concat([createHash('sha256').update(code).digest(), code]);
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runBuild } from '../../src/commands/build.ts';
import { home, memoryContext } from '../helpers/memory-context.ts';

const kB = 1000;
let out = '';

beforeAll(async () => {
  out = path.join(mkdtempSync(path.join(tmpdir(), 'seaworthy-budgets-')), 'dist');
  // Whatever day it is in the tests: with posts whose day has not come, for they link to one another.
  const options = { paths: ['posts'], out, drafts: true, keepGoing: false };
  expect(await runBuild(options, memoryContext(home))).toBe(0);
});

afterAll(() => {
  rmSync(path.dirname(out), { recursive: true, force: true });
});

const gzipped = (file: string): number => gzipSync(readFileSync(path.join(out, file)), { level: 9 }).length;
const asset = (pattern: RegExp): string =>
  `assets/${readdirSync(path.join(out, 'assets')).find((name) => pattern.test(name))}`;

test('the script that every page loads has at most 2 kB', () => {
  expect(gzipped(asset(/^site\..*\.js$/))).toBeLessThanOrEqual(2 * kB);
});

test('a post with its proofs, styles and script has at most 20 kB', () => {
  const files = ['docker/p1/index.html', asset(/^site\..*\.js$/), asset(/^site\..*\.css$/)];
  const sizes = Object.fromEntries(files.map((file) => [file, gzipped(file)]));
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(20 * kB);
});

test('the head of a post asks for three files, so that with the page there are four requests', () => {
  const [head = ''] = readFileSync(path.join(out, 'docker/p1/index.html'), 'utf8').split('</head>');
  const loaded = head.match(/<script src|<link rel="(?:stylesheet|icon|preload|modulepreload)"/g) ?? [];
  expect(loaded).toHaveLength(3);
});

import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sweepFolder } from '../../../src/build/kept/sweep-folder.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
let folder = '';
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'seaworthy-sweep-')), 'pages');
  mkdirSync(folder);
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

function put(name: string, minutesAgo: number): void {
  const file = path.join(folder, name);
  writeFileSync(file, 'x'.repeat(100));
  const at = new Date(now - minutesAgo * 60_000);
  utimesSync(file, at, at);
}

test('the oldest go first, and no more of them than there is need for', () => {
  for (const [index, name] of ['a', 'b', 'c', 'd'].entries()) put(name, 60 + index);
  sweepFolder(folder, 250, now);
  expect(readdirSync(folder)).toEqual(['a', 'b']);
});

test('what is young stays, however much there is of it', () => {
  for (const name of ['a', 'b', 'c']) put(name, 5);
  put('old', 11);
  sweepFolder(folder, 100, now);
  expect(readdirSync(folder)).toEqual(['a', 'b', 'c']);
});

test.each([
  ['within the hour before', 59, ['a', 'b']],
  ['longer ago', 61, ['a']],
  ['by a clock that went wrong', -61, ['a']],
])('what was swept %s', (_when, minutesAgo, left) => {
  put('a', 15);
  put('b', 30);
  const mark = `${folder}.swept`;
  writeFileSync(mark, '');
  const at = new Date(now - minutesAgo * 60_000);
  utimesSync(mark, at, at);
  sweepFolder(folder, 100, now);
  expect(readdirSync(folder)).toEqual(left);
});

test('a folder that is not there is swept already', () => {
  expect(() => sweepFolder(path.join(folder, 'none'), 1, now)).not.toThrow();
});

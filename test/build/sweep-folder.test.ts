import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sweepFolder } from '../../src/build/sweep-folder.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-sweep-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

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

test('a folder that is not there is swept already', () => {
  expect(() => sweepFolder(path.join(folder, 'none'), 1, now)).not.toThrow();
});

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from '../../src/lib/make-folder.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-make-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('makes a folder and those above it, and leaves one that is there', () => {
  const deep = path.join(folder, 'a/b/c');
  makeFolder(deep);
  makeFolder(deep);
  expect(existsSync(deep)).toBe(true);
});

test('throws where a file is in the way', () => {
  writeFileSync(path.join(folder, 'file'), '');
  expect(() => makeFolder(path.join(folder, 'file/below/it'))).toThrow('ENOTDIR');
});

test.skipIf(process.platform !== 'linux')('ends where the system lets nobody make a folder', () => {
  expect(() => makeFolder('/proc/seaworthy')).toThrow('ENOENT');
  expect(() => makeFolder('/proc/seaworthy/below')).toThrow('ENOENT');
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  isStillKept,
  type KeptFile,
  KeptTextLost,
  keepFiles,
  readKeptText,
} from '../../../src/build/kept/kept-pages.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-kept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const on = (file: KeptFile | undefined) => file as KeptFile & { kept: string; digest: string };

test('files with the same text are kept once, and none of them seems to have changed', () => {
  const files = keepFiles(
    ['a', 'b', 'c'].map((name) => ({ path: name, text: 'same' })),
    folder,
  );
  expect(new Set(files.map((file) => on(file).kept)).size).toBe(1);
  expect(files.every(isStillKept)).toBe(true);
  expect(readKeptText(on(files[0]))).toBe('same');
});

test('what was changed or removed is no longer kept, and asking for its text says so', () => {
  const [file] = keepFiles([{ path: 'a', text: 'one' }], folder);
  writeFileSync(on(file).kept, 'two, and longer');
  expect(isStillKept(on(file))).toBe(false);
  expect(() => readKeptText(on(file))).toThrow(KeptTextLost);
  expect(() => readKeptText(on(file))).toThrow('is gone');
});

test('a text that was spoilt is written anew', () => {
  const [before] = keepFiles([{ path: 'a', text: 'one' }], folder);
  writeFileSync(on(before).kept, 'two');
  const [after] = keepFiles([{ path: 'a', text: 'one' }], folder);
  expect(readKeptText(on(after))).toBe('one');
});

test('without a folder the text stays in memory', () => {
  expect(keepFiles([{ path: 'a', text: 'one' }], null)).toMatchObject([{ path: 'a', text: 'one' }]);
  expect(keepFiles([{ path: 'a', text: 'one' }], '/dev/null/nowhere')).toMatchObject([{ text: 'one' }]);
});

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
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeSite } from '../../src/site/write-site.ts';

let folder = '';
let out = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-write-'));
  out = path.join(folder, 'dist');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const page = (text: string) => [{ path: 'a/index.html', digest: text, text }];
const written = (): string => readFileSync(path.join(out, 'a/index.html'), 'utf8');

test('a new build takes the place of the old one, and leaves nothing beside it', async () => {
  await writeSite(out, [...page('one'), { path: 'old.html', digest: 'old', text: 'old' }]);
  await writeSite(out, page('two'));
  expect(written()).toBe('two');
  expect(existsSync(path.join(out, 'old.html'))).toBe(false);
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('an empty folder is taken, a folder with other files is not', async () => {
  mkdirSync(out);
  await writeSite(out, page('one'));
  rmSync(out, { recursive: true });
  mkdirSync(out);
  writeFileSync(path.join(out, 'thesis.txt'), 'precious');
  await expect(writeSite(out, page('two'))).rejects.toThrow('not a site made here');
  expect(readdirSync(out)).toEqual(['thesis.txt']);
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('a file in the place of the folder is left alone', async () => {
  writeFileSync(out, 'precious');
  await expect(writeSite(out, page('one'))).rejects.toThrow('is a file');
  expect(readFileSync(out, 'utf8')).toBe('precious');
});

test.skipIf(process.platform !== 'linux')('a place where nobody can make a folder is named', async () => {
  for (const place of ['/proc/site', '/proc/site/dist'])
    await expect(writeSite(place, page('one'))).rejects.toThrow('could not be written');
});

test('when writing fails half-way, the old site stays whole', async () => {
  await writeSite(out, page('one'));
  const files = [...page('two'), { path: 'b.png', digest: '', copyOf: path.join(folder, 'missing.png') }];
  await expect(writeSite(out, files)).rejects.toThrow('could not be written');
  expect(written()).toBe('one');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('what a killed build left is swept away, and a site that was being replaced comes back', async () => {
  // No process can have this id: it is above Linux' largest.
  const gone = 2 ** 22 + 7;
  mkdirSync(`${out}.new-${gone}`);
  mkdirSync(`${out}.old-${gone}/a`, { recursive: true });
  writeFileSync(`${out}.old-${gone}/a/index.html`, 'one');
  writeFileSync(`${out}.old-${gone}/.seaworthy-site`, '');
  const broken = [{ path: 'b.png', digest: '', copyOf: path.join(folder, 'missing.png') }];
  await expect(writeSite(out, broken)).rejects.toThrow('could not be written');
  expect(written()).toBe('one');
  expect(readdirSync(folder)).toEqual(['dist']);
});

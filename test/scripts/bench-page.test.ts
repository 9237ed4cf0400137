import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { home } from '../helpers/memory-context.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-bench-page-'));
  mkdirSync(path.join(folder, 'one'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Home</title>');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each(['nowhere.html', 'one/'])('%s, which is no page, keeps no budget', (page) => {
  const script = path.join(home, 'scripts/bench/page.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, folder, page], { encoding: 'utf8' });
  expect(stderr).toBe(`There is no page ${page} in ${folder}.\n`);
  expect(status).toBe(2);
});

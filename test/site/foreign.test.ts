import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runBuild } from '../../src/commands/build.ts';
import { home, memoryContext } from '../helpers/memory-context.ts';
import {
  feedComplaints,
  htmlComplaints,
  linkComplaints,
  linkedDataComplaints,
  pagesIn,
} from '../helpers/site-complaints.ts';

// Real texts that were not written for these tests: our own posts, and foreign ones where they are there.
let folder = '';
const out = (): string => path.join(folder, 'dist');

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-foreign-'));
  cpSync(path.join(home, 'posts'), path.join(folder, 'posts'), { recursive: true });
  for (const [name, from] of [
    ['seed', '../shared/seed'],
    ['corpus', '../shared/corpus'],
  ] as const) {
    const shared = path.join(home, from);
    if (!existsSync(shared)) continue;
    for (const file of readdirSync(shared).filter((entry) => /\.(?:md|markdown)$/.test(entry)))
      cpSync(path.join(shared, file), path.join(folder, 'posts', name, file));
  }
  const options = { paths: ['posts'], out: 'dist', drafts: true, keepGoing: true };
  const context = memoryContext(folder);
  // Foreign posts have links that lead nowhere without their site.
  expect(await runBuild(options, context), context.err()).toBeLessThan(2);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a site of real posts', () => {
  test('has pages', () => {
    expect(pagesIn(out()).length).toBeGreaterThan(6);
  });

  test('is valid HTML', async () => {
    expect(await htmlComplaints(out())).toEqual([]);
  }, 120_000);

  test('links only to what is there', () => {
    expect(linkComplaints(out())).toEqual([]);
  });

  test('has feeds and a site map that keep their grammars', async () => {
    expect(await feedComplaints(out())).toEqual([]);
  });

  test('has linked data that can be read', () => {
    expect(linkedDataComplaints(out())).toEqual([]);
  });
});

import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildSite } from '../../src/build/build-site.ts';
import { keepSiteMemory, loadSiteMemory } from '../../src/build/kept/kept-site.ts';
import { siteMemory } from '../../src/build/kept/site-memory.ts';
import { runBuild } from '../../src/commands/build.ts';
import { Author, anyEdit } from '../helpers/author.ts';
import { memoryContext } from '../helpers/memory-context.ts';

function read(files: readonly { path: string; digest: string }[]): Map<string, string> {
  return new Map(
    files.map((each) => {
      if ('text' in each) return [each.path, String(each.text)];
      return [each.path, 'copyOf' in each ? readFileSync(String(each.copyOf), 'utf8') : ''];
    }),
  );
}

// Files that were written just now are read again in any case; to a later clock they are old.
beforeEach(() => {
  const ahead = Date.now() - performance.now() + 3_600_000;
  vi.spyOn(Date, 'now').mockImplementation(() => ahead + performance.now());
});
afterEach(() => {
  vi.restoreAllMocks();
});

test('a build that knows an earlier one equals a clean one, whatever was edited in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEdit, { minLength: 1, maxLength: 6 }), async (edits) => {
      const author = new Author();
      try {
        const inProcess = siteMemory();
        for (const step of [null, ...edits]) {
          if (step !== null) author.do(step);
          const clean = await buildSite(author.request(null));
          const request = author.request();
          const kept = loadSiteMemory(request);
          for (const memory of [kept, inProcess]) {
            const site = await buildSite(request, memory);
            expect(site.findings).toEqual(clean.findings);
            expect(read(site.files)).toEqual(read(clean.files));
          }
          keepSiteMemory(request, kept);
        }
      } finally {
        rmSync(author.cwd, { recursive: true, force: true });
      }
    }),
    { numRuns: 15 },
  );
}, 120_000);

test('the folder that is written is that of a clean build, to the byte and without a file too many', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), async (edits) => {
      const author = new Author();
      try {
        for (const step of edits) {
          author.do(step);
          const options = { paths: ['posts'], drafts: author.drafts, keepGoing: true };
          const context = { ...memoryContext(author.cwd), now: () => author.now };
          await runBuild({ ...options, out: 'dist' }, { ...context, cacheFolder: author.cacheFolder });
          await runBuild({ ...options, out: 'clean' }, context);
          expect(contents(author, 'dist')).toEqual(contents(author, 'clean'));
        }
      } finally {
        rmSync(author.cwd, { recursive: true, force: true });
      }
    }),
    { numRuns: 6 },
  );
}, 120_000);

function contents({ cwd }: Author, folder: string): Record<string, string> {
  const entries = readdirSync(path.join(cwd, folder), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.sort().map((each) => [path.relative(path.join(cwd, folder), each), readFileSync(each, 'utf8')]),
  );
}

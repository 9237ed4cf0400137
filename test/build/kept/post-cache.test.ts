import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPosts } from '../../../src/build/check-posts.ts';
import { postCache } from '../../../src/build/kept/post-cache.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const value = { ids: new Set(['a']), at: new Date(0), none: undefined };
const texts = (): string => path.join(folder, 'texts');
const entry = (): string => path.join(texts(), readdirSync(texts())[0]!);

describe('the cache of posts', () => {
  it('gives back what it was given, under the same text only', async () => {
    await postCache(folder).put('text', value);
    expect(await postCache(folder).get('text')).toEqual(value);
    expect(await postCache(folder).get('other')).toBeNull();
    expect(readdirSync(texts())).toHaveLength(1);
  });

  it('has nothing where an entry is cut off, changed or empty', async () => {
    const cache = postCache(folder);
    for (const spoil of [
      () => truncateSync(entry(), 40),
      () => writeFileSync(entry(), ''),
      () => writeFileSync(entry(), readFileSync(entry()).fill(7, 50, 51)),
    ]) {
      await cache.put('text', value);
      spoil();
      expect(await cache.get('text')).toBeNull();
    }
  });

  it('changes nothing of what is said about posts', async () => {
    const posts = path.resolve(import.meta.dirname, '../../../posts');
    const options = { cwd: posts, drafts: true, cacheFolder: folder };
    const fresh = await checkPosts([posts], options);
    const cached = await checkPosts([posts], options);
    expect(readdirSync(folder).length).toBeGreaterThan(0);
    expect(cached).toEqual(fresh);
  });
});

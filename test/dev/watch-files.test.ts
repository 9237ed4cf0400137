import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ChangeQueue } from '../../src/dev/change-queue.ts';
import { watchedFor, watchFiles } from '../../src/dev/watch-files.ts';

let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'seaworthy-watch-')));
  mkdirSync(path.join(folder, 'posts/p1'), { recursive: true });
  writeFileSync(path.join(folder, 'posts/p1/index.md'), 'text');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function at(file: string): string {
  return path.join(folder, file);
}

async function watching(roots: string[]): Promise<{ queue: ChangeQueue } & AsyncDisposable> {
  const queue = new ChangeQueue();
  const onTrouble = (message: string): void => {
    throw new Error(message);
  };
  const watched = await watchFiles(roots, { queue, onTrouble });
  return { queue, [Symbol.asyncDispose]: () => watched[Symbol.asyncDispose]() };
}

async function nextOf(queue: ChangeQueue): Promise<Map<string, string>> {
  const changes = await queue.next(AbortSignal.timeout(10_000));
  if (changes === null) throw new Error('no change was told');
  return new Map([...changes].map(([file, kind]) => [path.relative(folder, file), kind]));
}

test('a second save that follows at once is told too, however often', async () => {
  await using watched = await watching([at('posts')]);
  for (let save = 1; save <= 10; save++) {
    writeFileSync(at('posts/p1/index.md'), `save ${save}`);
    expect((await nextOf(watched.queue)).get('posts/p1/index.md')).toBe('there');
  }
});

test('what editors write beside a post is not told', async () => {
  await using watched = await watching([at('posts')]);
  for (const name of ['.index.md.swp', 'index.md~', '4913', '#index.md#']) {
    writeFileSync(at(`posts/p1/${name}`), 'x');
    rmSync(at(`posts/p1/${name}`));
  }
  mkdirSync(at('dist'));
  writeFileSync(at('dist/index.html'), 'x');
  writeFileSync(at('posts/p1/index.md'), 'new');
  expect([...(await nextOf(watched.queue)).keys()]).toEqual(['posts/p1/index.md']);
});

test('a removal is told, and a folder that comes back is followed', async () => {
  await using watched = await watching([at('posts')]);
  renameSync(at('posts'), at('elsewhere'));
  expect((await nextOf(watched.queue)).get('posts')).toBe('gone');
  renameSync(at('elsewhere'), at('posts'));
  expect((await nextOf(watched.queue)).get('posts')).toBe('there');
  writeFileSync(at('posts/p1/index.md'), 'new');
  expect((await nextOf(watched.queue)).get('posts/p1/index.md')).toBe('there');
});

test('in a folder that is a link, files are told by the name of the link', async () => {
  symlinkSync(at('posts'), at('linked'));
  await using watched = await watching([at('linked')]);
  writeFileSync(at('posts/p1/index.md'), 'new');
  expect((await nextOf(watched.queue)).get('linked/p1/index.md')).toBe('there');
});

test('a post is watched with what lies beside it, and with the settings above it', () => {
  writeFileSync(at('posts/site.yaml'), '');
  expect(watchedFor(at('posts/p1/index.md'))).toEqual([at('posts/p1'), at('posts/site.yaml')]);
  expect(watchedFor(at('posts'))).toEqual([at('posts')]);
  expect(watchedFor(at('nowhere'))).toEqual([at('nowhere')]);
});

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fetchOnce, newsOf, startDev, until } from '../helpers/dev-server.ts';

test('a save makes the page anew and tells the browser', async () => {
  await using dev = await startDev();
  const ending = new AbortController();
  const page = `${dev.url}docker/p1/`;
  const news = newsOf(page, ending.signal);
  const first = await news.next();
  edit(path.join(dev.folder, 'posts/docker/p1/index.md'), (text) => `${text}\nBrand new.\n`);
  const second = await news.next();
  expect(second.value?.version).not.toBe(first.value?.version);
  expect(await textOf(page)).toContain('Brand new.');
  ending.abort();
});

test('an error leaves the last good page and says where it is; mended, it is gone', async () => {
  await using dev = await startDev();
  const ending = new AbortController();
  const page = `${dev.url}docker/p1/`;
  const news = newsOf(page, ending.signal);
  const post = path.join(dev.folder, 'posts/docker/p1/index.md');
  const good = await news.next();
  edit(post, (text) => text.replace(/^title: .*$/m, 'title: [1'));
  const bad = await news.next();
  expect(bad.value?.version).toBe(good.value?.version);
  expect(bad.value?.errors[0]?.where).toMatch(/^posts\/docker\/p1\/index\.md:\d+:\d+$/);
  expect(bad.value?.errors[0]?.excerpt.some((line) => line.marked !== null)).toBe(true);
  edit(post, (text) => text.replace('title: [1', 'title: "Mended"'));
  expect((await news.next()).value?.errors).toEqual([]);
  ending.abort();
});

test('a part of a site follows the settings above it, and what lies beside a post that is named alone', async () => {
  for (const given of ['posts/docker', 'posts/docker/p1/index.md']) {
    await using dev = await startDev({ paths: [given] });
    expect(dev.url).toMatch(/\/harbour\/$/);
    edit(path.join(dev.folder, 'posts/site.yaml'), (text) => text.replace('Harbour Notes', 'Port Notes'));
    await until(async () => (await textOf(`${dev.url}docker/p1/`)).includes('Port Notes'), 'the title');
    const news = newsOf(`${dev.url}docker/p1/`, AbortSignal.timeout(20_000));
    const first = await news.next();
    writeFileSync(
      path.join(dev.folder, 'posts/docker/p1/dot.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
    );
    expect((await news.next()).value?.version).not.toBe(first.value?.version);
  }
});

test('with nothing to show it ends with 2 and says why', async () => {
  await expect(startDev({ paths: ['postz'] })).rejects.toThrow(/ended with 2:\s+postz/);
});

test('interrupted, it ends with 130 and leaves no listening port', async () => {
  await using dev = await startDev();
  expect(await dev.stop()).toBe(130);
  await expect(fetch(dev.url)).rejects.toThrow();
});

async function textOf(url: string): Promise<string> {
  return await (await fetchOnce(url)).text();
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

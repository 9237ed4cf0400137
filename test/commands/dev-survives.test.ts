import {
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fetchOnce, newsOf, type RunningDev, startDev, until } from '../helpers/dev-server.ts';

const post = 'posts/docker/p1/index.md';
const page = 'docker/p1/';

function at(dev: RunningDev, file: string): string {
  return path.join(dev.folder, file);
}

function edited(dev: RunningDev, sentence: string): string {
  return `${readFileSync(at(dev, post), 'utf8')}\n${sentence}\n`;
}

async function statusOf(dev: RunningDev, where: string): Promise<number> {
  const response = await fetchOnce(dev.url + where);
  await response.arrayBuffer();
  return response.status;
}

function seen(dev: RunningDev, sentence: string, where = page): Promise<unknown> {
  const isThere = async (): Promise<boolean> =>
    (await (await fetchOnce(dev.url + where)).text()).includes(sentence);
  return until(isThere, `“${sentence}”`);
}

/** How often the site was made anew. */
function builds(dev: RunningDev): number {
  return dev.out().match(/made anew in/g)?.length ?? 0;
}

describe('dev follows a post', () => {
  test('that Vim saves: the old file becomes a backup, a new one is written, the backup goes', async () => {
    await using dev = await startDev();
    for (const sentence of ['First save.', 'Second save.', 'Third save.']) {
      const text = edited(dev, sentence);
      writeFileSync(at(dev, 'posts/docker/p1/4913'), '');
      rmSync(at(dev, 'posts/docker/p1/4913'));
      renameSync(at(dev, post), at(dev, `${post}~`));
      writeFileSync(at(dev, post), text);
      rmSync(at(dev, `${post}~`));
      await seen(dev, sentence);
    }
    expect(dev.err()).not.toContain('error');
  });

  test('that is written elsewhere and renamed over the old one, again and again', async () => {
    await using dev = await startDev();
    for (const sentence of ['First save.', 'Second save.', 'Third save.']) {
      writeFileSync(at(dev, 'posts/docker/p1/.index.md.swp'), edited(dev, sentence));
      renameSync(at(dev, 'posts/docker/p1/.index.md.swp'), at(dev, post));
      await seen(dev, sentence);
    }
  });

  test('that is written in two halves with a pause between', async () => {
    await using dev = await startDev();
    const text = edited(dev, 'The second half.');
    truncateSync(at(dev, post));
    writeFileSync(at(dev, post), text.slice(0, 20));
    await until(() => dev.err().includes('front-matter'), 'the finding');
    writeFileSync(at(dev, post), text);
    await seen(dev, 'The second half.');
  });

  test('that moves, and its folder', async () => {
    await using dev = await startDev();
    renameSync(at(dev, 'posts/notes/alone.md'), at(dev, 'posts/notes/together.md'));
    await until(async () => (await statusOf(dev, 'notes/together/')) === 200, 'the new address');
    expect(await statusOf(dev, 'notes/alone/')).toBe(404);
    renameSync(at(dev, 'posts/notes'), at(dev, 'posts/remarks'));
    await until(async () => (await statusOf(dev, 'remarks/together/')) === 200, 'the new folder');
    writeFileSync(at(dev, 'posts/remarks/together.md'), '---\ntitle: Moved\n---\n\nStill followed.\n');
    await seen(dev, 'Still followed.', 'remarks/together/');
  });

  test('whose folder is new, with what is written into it at once', async () => {
    await using dev = await startDev();
    mkdirSync(at(dev, 'posts/new/deep'), { recursive: true });
    writeFileSync(at(dev, 'posts/new/deep/one.md'), '---\ntitle: One\n---\n\nFresh.\n');
    await seen(dev, 'Fresh.', 'new/deep/one/');
    writeFileSync(at(dev, 'posts/new/deep/one.md'), '---\ntitle: One\n---\n\nFresher.\n');
    await seen(dev, 'Fresher.', 'new/deep/one/');
  });
});

describe('dev survives', () => {
  test('that posts/ goes, and comes back', async () => {
    await using dev = await startDev();
    const ending = new AbortController();
    const news = newsOf(dev.url + page, ending.signal);
    await news.next();
    cpSync(at(dev, 'posts'), at(dev, 'saved'), { recursive: true });
    rmSync(at(dev, 'posts'), { recursive: true });
    expect((await news.next()).value?.errors[0]?.where).toBe('posts:1:1');
    expect(await statusOf(dev, page)).toBe(200);
    renameSync(at(dev, 'saved'), at(dev, 'posts'));
    expect((await news.next()).value?.errors).toEqual([]);
    writeFileSync(at(dev, post), edited(dev, 'Back again.'));
    await seen(dev, 'Back again.');
    ending.abort();
  });

  test('a checkout of 200 files with one build, or few', async () => {
    await using dev = await startDev();
    for (let number = 1; number <= 200; number++) {
      writeFileSync(at(dev, `posts/notes/n${number}.md`), `---\ntitle: Note ${number}\n---\n\nText.\n`);
    }
    await until(async () => (await statusOf(dev, 'notes/n200/')) === 200, 'the last of them');
    expect(builds(dev)).toBeLessThanOrEqual(3);
  });

  test('a change while it builds: what is shown at last is the last text', async () => {
    await using dev = await startDev();
    const text = readFileSync(at(dev, post), 'utf8');
    for (let number = 1; number <= 40; number++) {
      writeFileSync(at(dev, post), `${text}\nSentence ${number}.\n`);
      // Some of these requests are answered during a build, some before one.
      await statusOf(dev, page);
    }
    await seen(dev, 'Sentence 40.');
  });

  test('links that lead in a circle, and nowhere', async () => {
    await using dev = await startDev();
    symlinkSync('..', at(dev, 'posts/docker/circle'));
    symlinkSync('nowhere', at(dev, 'posts/docker/broken.md'));
    await until(() => dev.err().includes('posts/docker/broken.md'), 'the finding');
    rmSync(at(dev, 'posts/docker/broken.md'));
    writeFileSync(at(dev, post), edited(dev, 'Not dizzy.'));
    await seen(dev, 'Not dizzy.');
  });

  test('that its cache is removed', async () => {
    await using dev = await startDev();
    rmSync(at(dev, 'cache'), { recursive: true });
    await until(async () => (await statusOf(dev, page)) === 200, 'the page, made anew');
    writeFileSync(at(dev, post), edited(dev, 'Still here.'));
    await seen(dev, 'Still here.');
  });

  test('a site.yaml that is no YAML: all pages stay, and follow again when it is mended', async () => {
    await using dev = await startDev();
    const settings = readFileSync(at(dev, 'posts/site.yaml'), 'utf8');
    writeFileSync(at(dev, 'posts/site.yaml'), `title: [\n${settings}`);
    await until(() => dev.err().includes('site-config'), 'the finding');
    expect(await statusOf(dev, page)).toBe(200);
    writeFileSync(at(dev, 'posts/site.yaml'), settings.replace('Harbour Notes', 'Port Notes'));
    await seen(dev, 'Port Notes');
  });
});

import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithBrowser, openBrowser } from '../helpers/browser.ts';
import { type RunningDev, startDev, until } from '../helpers/dev-server.ts';
import { proofOf } from '../helpers/whole-site.ts';

describeWithBrowser('a page that dev shows', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
  });

  test('takes a changed sentence in place: nothing is loaded anew, what is open stays open', async () => {
    await using dev = await startDev();
    await using opened = await openPost(browser, dev);
    const { page } = opened;
    await mark(page);
    await page.evaluate(`${contents}.open = true`);
    const top = await scrollDown(page);
    edit(dev, (text) => `${text}\nBrand new at the end.\n`);
    await page.getByText('Brand new at the end.').waitFor({ state: 'attached' });
    expect(await isMarked(page)).toBe(true);
    expect(await page.evaluate('scrollY')).toBe(top);
    expect(await page.evaluate(`${contents}.open`)).toBe(true);
    expect(opened.messages).toEqual([]);
  });

  test('loads anew for a new heading, and the reader stays where she was, with open what was open', async () => {
    await using dev = await startDev();
    await using opened = await openPost(browser, dev);
    const { page } = opened;
    await mark(page);
    await page.evaluate(`${contents}.open = true`);
    await scrollDown(page);
    const before = await lastHeadingTop(page);
    edit(dev, (text) => text.replace(/^## /m, '## A new beginning\n\nOne line.\n\nAnother line.\n\n## '));
    await page.getByRole('heading', { name: 'A new beginning' }).waitFor({ state: 'attached' });
    expect(await isMarked(page)).toBe(false);
    await until(() => page.evaluate<boolean>('document.readyState === "complete"'), 'the whole page');
    expect(Math.abs((await lastHeadingTop(page)) - before)).toBeLessThan(2);
    expect(await page.evaluate(`${contents}.open`)).toBe(true);
    expect(opened.messages).toEqual([]);
  });

  test('takes a changed style sheet without a reload', async () => {
    await using dev = await startDev();
    await using opened = await openPost(browser, dev);
    const { page } = opened;
    await mark(page);
    const sheet = path.join(dev.folder, 'home/site/styles/main.css');
    writeFileSync(sheet, `${readFileSync(sheet, 'utf8')}\nh1 { color: rgb(1, 2, 3) !important; }\n`);
    const colour = (): Promise<string> =>
      page.evaluate<string>("getComputedStyle(document.querySelector('h1')).color");
    await until(async () => (await colour()) === 'rgb(1, 2, 3)', 'the colour');
    await until(
      () => page.evaluate<boolean>("document.querySelectorAll('link[rel=stylesheet]').length === 1"),
      'the going of the old one',
    );
    expect(await isMarked(page)).toBe(true);
    expect(opened.messages).toEqual([]);
  });

  test('that can not be brought up to date says so', async () => {
    await using dev = await startDev();
    await using opened = await openPost(browser, dev);
    await opened.page.evaluate(
      'DOMParser.prototype.parseFromString = () => { throw new Error("no parser"); }',
    );
    edit(dev, (text) => `${text}\nBrand new at the end.\n`);
    await until(() => opened.messages.some((text) => /up to date.*no parser/s.test(text)), 'the message');
  });

  test('shows an error over the last good page until it is mended', async () => {
    await using dev = await startDev();
    await using opened = await openPost(browser, dev);
    const { page } = opened;
    const dialog = page.getByRole('dialog');
    edit(dev, (text) => `${text}\n[Nowhere](../nowhere.md)\n`);
    await dialog.waitFor();
    const lines = readFileSync(postOf(dev), 'utf8').split('\n').length;
    expect(await dialog.innerText()).toContain(`posts/docker/p1/index.md:${lines - 1}:1`);
    expect(await dialog.locator('mark').innerText()).toBe('[Nowhere](../nowhere.md)');
    expect(opened.messages).toEqual([]);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    await page.getByRole('button', { name: '1 error' }).click();
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'hidden' });

    edit(dev, (text) => `${text}\n[Nor here](../nor-here.md)\n`);
    await dialog.getByText('2 errors').waitFor();
    edit(dev, (text) => text.replace(/^\[No.*\n/gm, ''));
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByRole('button', { name: /error/ }).isVisible()).toBe(false);
  });

  test('shows the proof of a run in the background in its place, and leaves proof.json alone', async () => {
    let runs = 0;
    await using dev = await startDev({
      async verify(post, _engine, context) {
        runs++;
        const [recording] = proofOf(readFileSync(path.join(context.cwd, post), 'utf8')).recordings;
        return { kind: 'verified', recordings: new Map([[post, recording!]]), text: 'verified\n' };
      },
    });
    await using opened = await openPost(browser, dev);
    const { page } = opened;
    await mark(page);
    expect(await page.getByText('Docker 28.5').count()).toBe(0);
    edit(dev, (text) => `${text}\nOne more sentence.\n`);
    await page.getByText('Docker 28.5').first().waitFor({ state: 'attached' });
    expect(await page.getByText('One more sentence.').count()).toBe(1);
    expect(runs).toBe(1);
    expect(existsSync(path.join(path.dirname(postOf(dev)), 'proof.json'))).toBe(false);
    expect(opened.messages).toEqual([]);
    expect(await isMarked(page)).toBe(true);
  });

  test('of a post that is removed becomes the page for what is not there, and comes back with the post', async () => {
    await using dev = await startDev();
    await using opened = await openPost(browser, dev);
    const text = readFileSync(postOf(dev), 'utf8');
    const title = await opened.page.title();
    rmSync(postOf(dev));
    await until(async () => (await opened.page.title()) !== title, 'the page for what is not there');
    writeFileSync(postOf(dev), text);
    await until(async () => (await opened.page.title()) === title, 'the post');
  });
});

const contents = "document.querySelector('details.contents')";

interface Opened extends AsyncDisposable {
  page: Page;
  /** What the browser has said on its console. */
  messages: string[];
}

async function openPost(browser: Browser, dev: RunningDev): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 500 } });
  const page = await context.newPage();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  await page.goto(`${dev.url}docker/p1/`);
  return { page, messages, [Symbol.asyncDispose]: () => context.close() };
}

function postOf(dev: RunningDev): string {
  return path.join(dev.folder, 'posts/docker/p1/index.md');
}

/** Saves as most editors do: nobody sees half of it, which would be a save of its own. */
function edit(dev: RunningDev, change: (text: string) => string): void {
  const beside = path.join(path.dirname(postOf(dev)), '.index.md.swp');
  writeFileSync(beside, change(readFileSync(postOf(dev), 'utf8')));
  renameSync(beside, postOf(dev));
}

// Gone after a reload.
async function mark(page: Page): Promise<void> {
  await page.evaluate('window.marked = true');
}

function isMarked(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('window.marked === true');
}

async function scrollDown(page: Page): Promise<number> {
  await page.evaluate('scrollTo(0, 400)');
  return await page.evaluate<number>('scrollY');
}

function lastHeadingTop(page: Page): Promise<number> {
  return page.evaluate<number>(
    "[...document.querySelectorAll('main h2[id]')].at(-1).getBoundingClientRect().top",
  );
}

import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithBrowser, openBrowser } from '../helpers/browser.ts';
import { buildWholeSite } from '../helpers/whole-site.ts';

const pages = [
  'index.html',
  'docker/index.html',
  'docker/p1/index.html',
  'docker/p2/index.html',
  'tags/index.html',
  'tags/docker/index.html',
  'status/index.html',
  'archive/index.html',
  'series/index.html',
  '404.html',
];
const widths = [320, 390, 1280];

describeWithBrowser('pages in a browser, from file:', () => {
  let folder = '';
  let out = '';
  let browser: Browser;

  beforeAll(async () => {
    ({ folder, out } = await buildWholeSite());
    browser = await openBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const name of pages) {
    test(`${name} has no axe violation, says nothing on the console, loads nothing from elsewhere`, async () => {
      const views = [
        { colorScheme: 'light', width: 390 },
        { colorScheme: 'dark', width: 1280 },
      ] as const;
      for (const view of views) {
        await using opened = await open(name, view);
        await opened.page.evaluate(openDetails);
        expect(opened.messages).toEqual([]);
        expect(opened.elsewhere).toEqual([]);
        expect(await violations(opened.page)).toEqual([]);
      }
    });

    test(`${name} never scrolls sideways`, async () => {
      await using opened = await open(name, { colorScheme: 'light', width: 1280 });
      await opened.page.evaluate(openDetails);
      for (const width of widths) {
        await opened.page.setViewportSize({ width, height: 844 });
        expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      }
    });
  }

  test('the contents stand open beside the text where there is room, and closed above it on a phone', async () => {
    await using opened = await open('docker/p1/index.html', { colorScheme: 'light', width: 1280 });
    const link = opened.page.locator('.contents nav a').first();
    expect(await link.isVisible()).toBe(true);
    await opened.page.setViewportSize({ width: 390, height: 844 });
    expect(await link.isVisible()).toBe(false);
    await opened.page.locator('.contents summary').click();
    expect(await link.isVisible()).toBe(true);
  });

  test('the style sheet follows the scheme of the system', async () => {
    const colours = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await using opened = await open('index.html', { colorScheme, width: 390 });
      colours.push(await opened.page.evaluate('getComputedStyle(document.body).backgroundColor'));
    }
    expect(colours[0]).not.toBe(colours[1]);
  });

  interface Opened extends AsyncDisposable {
    page: Page;
    messages: string[];
    elsewhere: string[];
  }

  async function open(
    name: string,
    options: { colorScheme: 'light' | 'dark'; width: number },
  ): Promise<Opened> {
    const { colorScheme, width } = options;
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 844 } });
    const page = await context.newPage();
    const messages: string[] = [];
    const elsewhere: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) elsewhere.push(request.url());
    });
    // The page for lost readers links from the root of a host, so its style sheet is not found here.
    if (name === '404.html')
      await page.route('**/harbour/**', (route) => route.fulfill({ path: inSite(route.request().url()) }));
    await page.goto(pathToFileURL(path.join(out, name)).href);
    return { page, messages, elsewhere, [Symbol.asyncDispose]: () => context.close() };
  }

  function inSite(url: string): string {
    return path.join(out, new URL(url).pathname.replace('/harbour/', ''));
  }
});

const openDetails = "for (const details of document.querySelectorAll('details')) details.open = true";

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

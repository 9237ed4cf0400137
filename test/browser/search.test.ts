import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeWithBrowser, openBrowser } from '../helpers/browser.ts';
import { type SiteServer, serveSite } from '../helpers/site-server.ts';
import { buildWholeSite } from '../helpers/whole-site.ts';

describeWithBrowser('the search', () => {
  let folder = '';
  let out = '';
  let browser: Browser;
  let server: SiteServer;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    ({ folder, out } = await buildWholeSite());
    browser = await openBrowser();
    server = await serveSite(out, '/harbour/');
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    context = await browser.newContext();
    page = await context.newPage();
    complaints = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
  });

  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  const field = () => page.getByRole('searchbox');
  const links = () => page.locator('.search-results a');

  for (const from of ['file:', 'http:'] as const) {
    test(`finds over ${from} a word that stands in one section only, and leads there`, async () => {
      const root = from === 'file:' ? pathToFileURL(`${out}/`).href : server.url;
      await page.goto(`${root}tags/docker/index.html`);
      await page.keyboard.press('/');
      await field().fill('tide');
      await page.getByText('1 place found').waitFor();
      expect(await page.locator('.search-results mark').allTextContents()).toEqual(['tide']);
      await field().press('Enter');
      await page.waitForURL(`${root}docker/p2/index.html#**`);
      expect(await page.locator('.search').count()).toBe(0);
    });
  }

  test('loads nothing before it is used, and then only files of the site', async () => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${server.url}index.html`);
    expect(requests.filter((url) => /search/.test(url))).toEqual([]);
    await page.getByRole('button', { name: 'Search' }).click();
    await field().fill('docker');
    await links().first().waitFor();
    expect(requests.filter((url) => /\/search\/index\.js/.test(url))).toHaveLength(1);
    expect(requests.filter((url) => !url.startsWith(server.url))).toEqual([]);
  });

  test('is walked with the arrows, closed with Escape, and gives the focus back', async () => {
    await page.goto(`${server.url}docker/p1/index.html`);
    await page.getByRole('button', { name: 'Search' }).focus();
    await page.keyboard.press('Enter');
    await field().fill('docker');
    await links().first().waitFor();
    const focused = () => page.evaluate('document.activeElement.outerHTML.slice(0, 2)');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('<a');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('<i');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog.search').isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement.className')).toBe('search-open');
    await page.keyboard.press('/');
    expect(await page.locator('dialog.search').isVisible()).toBe(true);
  });

  test('leaves the slash to a reader who types', async () => {
    await page.goto(`${server.url}index.html`);
    await page.getByLabel('Colours').focus();
    await page.keyboard.press('/');
    await page.keyboard.press('Control+k');
    await field().waitFor();
    await field().pressSequentially('a/b');
    expect(await field().inputValue()).toBe('a/b');
  });

  test.each<[string, (route: Route) => Promise<void>]>([
    ['not be loaded', (route) => route.abort()],
    ['be loaded but has no data', (route) => route.fulfill({ contentType: 'text/javascript', body: '' })],
  ])('says when the index can %s, and tries again', async (_, answer) => {
    await page.route('**/search/index.js', answer);
    await page.goto(`${server.url}index.html`);
    await page.keyboard.press('/');
    await field().fill('dock');
    await page.getByText('could not be loaded').waitFor();
    await page.unroute('**/search/index.js');
    await field().fill('docker');
    await links().first().waitFor();
    complaints = complaints.filter((text) => !text.includes('ERR_FAILED'));
  });
});

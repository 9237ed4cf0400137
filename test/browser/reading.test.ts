import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithBrowser, openBrowser } from '../helpers/browser.ts';
import { buildWholeSite } from '../helpers/whole-site.ts';

const background =
  'getComputedStyle(document.documentElement).getPropertyValue("--paper") && getComputedStyle(document.body).backgroundColor';
const firstPaint =
  'new Promise((done) => new PerformanceObserver(() => done()).observe({ type: "paint", buffered: true }))';
const paper = { light: 'rgb(252, 251, 247)', dark: 'rgb(13, 23, 31)' };

describeWithBrowser('a reader', () => {
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

  const urlOf = (name: string): string => pathToFileURL(path.join(out, name)).href;

  test('chooses the colours once, for all pages, and back to those of the system', async () => {
    const context = await browser.newContext({ colorScheme: 'light' });
    const page = await context.newPage();
    await page.goto(urlOf('index.html'));
    expect(await page.evaluate(background)).toBe(paper.light);
    await page.getByLabel('Colours').selectOption('dark');
    expect(await page.evaluate(background)).toBe(paper.dark);
    await page.goto(urlOf('docker/p1/index.html'));
    expect(await page.evaluate(background)).toBe(paper.dark);
    expect(await page.getByLabel('Colours').inputValue()).toBe('dark');
    await page.getByLabel('Colours').selectOption('auto');
    expect(await page.evaluate(background)).toBe(paper.light);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await page.evaluate(background)).toBe(paper.dark);
    await context.close();
  });

  test('sees the chosen colours from the first paint on, while the page is still coming', async () => {
    const html = readFileSync(path.join(out, 'docker/p1/index.html'), 'utf8');
    const half = html.slice(0, html.indexOf('</header>'));
    const server = createServer((request, response) => {
      const name = new URL(request.url ?? '', 'http://localhost').pathname;
      // The rest of the page never comes.
      if (name === '/docker/p1/index.html') response.setHeader('Content-Type', 'text/html').write(half);
      else if (name.startsWith('/assets/')) response.end(readFileSync(path.join(out, name)));
      else response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const context = await browser.newContext({ colorScheme: 'light' });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}/empty`);
    await page.evaluate('localStorage.setItem("seaworthy-scheme", "dark")');
    await page.goto(`http://127.0.0.1:${port}/docker/p1/index.html`, { waitUntil: 'commit' });
    await page.evaluate(firstPaint);
    expect(await page.evaluate(background)).toBe(paper.dark);
    expect(await page.evaluate('document.readyState')).toBe('loading');
    await context.close();
    server.closeAllConnections();
    server.close();
  });

  test('finds in the contents the section that is being read, also the last one', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 500 } });
    const page = await context.newPage();
    await page.goto(urlOf('docker/p1/index.html'));
    const current = page.locator('.contents a[aria-current]');
    const links = page.locator('.contents a');
    expect(await current.count()).toBe(0);
    for (const link of [links.nth(1), links.last(), links.first()]) {
      await link.click();
      const href = await link.getAttribute('href');
      await page.waitForSelector(`.contents a[aria-current][href="${href}"]`);
      expect(await current.count()).toBe(1);
    }
    await context.close();
  });

  test('comes by a link of the contents to its section, and back to where the link was followed', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 300 } });
    const page = await context.newPage();
    await page.goto(urlOf('docker/p1/index.html'));
    const topOf = (id: string): Promise<number> =>
      page.evaluate(`Math.round(document.getElementById(${JSON.stringify(id)}).getBoundingClientRect().top)`);
    for (const id of ['changed', 'run-it', 'stop-it']) {
      await page.locator(`.contents a[href="#${id}"]`).click();
      await page.waitForSelector(`.contents a[aria-current][href="#${id}"]`);
      // As far below the edge as the style sheet says (`scroll-padding-top`).
      expect(await topOf(id)).toBe(24);
    }
    await page.goBack();
    await page.waitForSelector('.contents a[aria-current][href="#run-it"]');
    expect(await topOf('run-it')).toBe(24);
    await context.close();
  });

  test('has the contents at hand on a phone, wherever she reads, and out of the way of what she chose', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 500 } });
    const page = await context.newPage();
    await page.goto(urlOf('docker/p1/index.html'));
    await page.evaluate('document.getElementById("stop-it").scrollIntoView()');
    await page.locator('.contents summary').click();
    const link = page.locator('.contents a[href="#changed"]');
    // Nothing shines through, and nothing has moved: they lie over the text.
    expect(
      await page.evaluate('getComputedStyle(document.querySelector(".contents nav")).backgroundColor'),
    ).toBe(paper.light);
    expect(
      await page.evaluate(`
        const button = document.querySelector('.prose .copy');
        button.scrollIntoView();
        const { left, top } = button.getBoundingClientRect();
        document.elementFromPoint(left + 5, top + 5).closest('.contents') !== null`),
    ).toBe(true);
    await link.click();
    expect(await link.isVisible()).toBe(false);
    const below = 'document.getElementById("changed").getBoundingClientRect().top';
    const bar = 'document.querySelector(".contents").getBoundingClientRect().bottom';
    await expect.poll(() => page.evaluate(`${below} >= ${bar} && ${below} < 100`)).toBe(true);
    await context.close();
  });

  test('sees on a phone the second column of a table whose first holds long code', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 500 } });
    const page = await context.newPage();
    await page.goto(urlOf('docker/p1/index.html'));
    const second = await page.evaluate(`
      const table = document.createElement('div');
      table.className = 'table';
      table.innerHTML = '<table><tr><td><code>Cannot connect to the Docker daemon</code><td>Start the daemon, and try again.</table>';
      document.querySelector('.prose').append(table);
      table.querySelector('td + td').getBoundingClientRect().left`);
    expect(second).toBeLessThan(250);
    await context.close();
  });

  test('sees on a phone how two engines stand with a post, without moving the table', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 500 } });
    const page = await context.newPage();
    await page.goto(urlOf('status/index.html'));
    // Two engines, however many the fixture knows.
    const hidden = await page.evaluate(`
      const table = document.querySelector('.status-table');
      for (const row of table.querySelectorAll('tr')) {
        for (const extra of [...row.children].slice(2)) extra.remove();
        row.append(row.lastElementChild.cloneNode(true));
      }
      table.scrollWidth - table.clientWidth`);
    expect(hidden).toBe(0);
    await context.close();
  });

  test('has first what she sees laid out, and then all of the page, also for a picture of the whole', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 300 } });
    const page = await context.newPage();
    const missing =
      '[...document.querySelectorAll(".prose > *")].filter((part) => getComputedStyle(part).contentVisibility === "auto").length';
    await page.addInitScript(
      `addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => setTimeout(() => { window.atFirst = ${missing}; })))`,
    );
    await page.goto(urlOf('docker/p1/index.html'));
    await expect.poll(() => page.evaluate(missing)).toBe(0);
    expect(await page.evaluate('window.atFirst')).toBeGreaterThan(0);
    await context.close();
  });

  test('waits once for styles and script: both are asked for before either has come', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked = page.waitForRequest(/\/site\.\w+\.css$/, { timeout: 10_000 });
    await page.route(/\/site\.\w+\.js$/, (route) => asked.then(() => route.continue()));
    await page.goto(urlOf('docker/p1/index.html'));
    expect(await page.evaluate('document.styleSheets.length')).toBe(1);
    await context.close();
  });

  test('without a script sees no tool that would need one', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(urlOf('docker/p1/index.html'));
    expect(await page.locator('.needs-script:visible').count()).toBe(0);
    expect(await page.locator('article h1').isVisible()).toBe(true);
    await context.close();
  });
});

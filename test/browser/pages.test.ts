import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithBrowser, openBrowser } from '../helpers/browser.ts';
import { home } from '../helpers/memory-context.ts';
import { type SiteServer, serveSite } from '../helpers/site-server.ts';
import { buildWholeSite } from '../helpers/whole-site.ts';

const widths = [320, 390, 1280];
const schemes = ['light', 'dark'] as const;
/** Where a picture of every page is left to be looked at. */
const screens = path.join(home, '.seaworthy/screens');

// What differs between schemes and widths; the other rules look at what all of them share, so once is enough.
const rulesOfViews = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block'];

describeWithBrowser('every page', () => {
  let folder = '';
  let out = '';
  let names: string[] = [];
  let server: SiteServer;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    ({ folder, out } = await buildWholeSite());
    names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(isShown).sort();
    server = await serveSite(out, '/harbour/');
    browser = await openBrowser();
    context = await browser.newContext();
    await context.addInitScript(watchShifts);
    rmSync(screens, { recursive: true, force: true });
    mkdirSync(screens, { recursive: true });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  async function onEach(look: (page: Page, name: string) => Promise<string[]>): Promise<string[]> {
    const found: string[] = [];
    for (const name of names) {
      const page = await context.newPage();
      const complain = (text: string): number => found.push(`${name}: ${text}`);
      page.on('console', (message) => complain(`console: ${message.text()}`));
      page.on('pageerror', (error) => complain(String(error)));
      page.on('requestfailed', (request) => isLost(request) && complain(`not loaded: ${request.url()}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(server.url)) complain(`from elsewhere: ${request.url()}`);
      });
      await page.goto(server.url + name);
      for (const text of await look(page, name)) complain(text);
      await page.close();
    }
    return found;
  }

  test('of every type is there', () => {
    const types = [
      /^index/,
      /^docker\/index/,
      /^docker\/p1\/index/,
      /proof/,
      /^tags\/index/,
      /^tags\/docker/,
      /^status/,
      /^archive/,
      /^404/,
    ];
    expect(types.filter((type) => !names.some((name) => type.test(name)))).toEqual([]);
  });

  test('has no axe violation, in both schemes and at three widths', async () => {
    const found = await onEach(async (page) => {
      await page.evaluate(openDetails);
      // What is not laid out yet, axe could not judge.
      await page.evaluate(layOutAll);
      const violations: string[] = [];
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        for (const width of widths) {
          await page.setViewportSize({ width, height: 844 });
          const isFirst = colorScheme === 'light' && width === widths[0];
          violations.push(...(await violationsOf(page, isFirst ? 'all' : rulesOfViews)));
        }
      }
      return violations;
    });
    expect(found).toEqual([]);
  }, 120_000);

  test('never scrolls sideways, also with letters of twice the size, and nothing of it moves while it loads', async () => {
    const found = await onEach(async (page, name) => {
      const shifts: string[] = [];
      const wide: string[] = [];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 844 });
        await page.reload();
        await page.evaluate('scrollTo(0, document.body.scrollHeight)');
        await page.evaluate(nextFrame);
        shifts.push(...((await page.evaluate('window.shifts')) as string[]));
        await page.evaluate(openDetails);
        if (await page.evaluate(`document.documentElement.scrollWidth > ${width}`)) wide.push(`${width} px`);
      }
      await page.setViewportSize({ width: 640, height: 844 });
      await page.evaluate('document.documentElement.style.fontSize = "200%"');
      if (await page.evaluate('document.documentElement.scrollWidth > 640')) wide.push('at 200 %');
      return [...shifts, ...wide.map((text) => `${name} is wider than its window: ${text}`)];
    });
    expect(found).toEqual([]);
  }, 60_000);

  test('can be printed, light in any scheme, with its links', async () => {
    const found = await onEach(async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const ink = await page.evaluate('getComputedStyle(document.body).color');
      const pdf = await page.pdf({ format: 'A4' });
      const complaints = pdf.length > 5000 ? [] : ['the print is empty'];
      if (!pdf.includes('/URI')) complaints.push('the print has no links');
      return ink === 'rgb(23, 37, 47)' ? complaints : [...complaints, `printed in ${ink}`];
    });
    expect(found).toEqual([]);
  }, 60_000);

  test('can be walked with the keyboard alone: in the order of the page, and what has the focus is seen', async () => {
    const found = await onEach(async (page) => {
      const problems: string[] = [];
      await page.keyboard.press('Tab');
      if ((await page.evaluate('document.activeElement.className')) !== 'skip')
        problems.push('the skip link is not first');
      for (let stop = 0; stop < 40; stop += 1) {
        const problem = (await page.evaluate(problemOfFocus)) as string | null;
        if (problem) problems.push(problem);
        await page.keyboard.press('Tab');
        if (await page.evaluate('document.activeElement === document.body')) break;
      }
      return problems;
    });
    expect(found).toEqual([]);
  }, 60_000);

  test('opens from file: too, without a complaint', async () => {
    const complaints: string[] = [];
    const page = await context.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('requestfailed', (request) => isLost(request) && complaints.push(request.url()));
    // The page for lost readers links from the root of a host.
    for (const name of names.filter((each) => each !== '404.html')) {
      await page.goto(pathToFileURL(path.join(out, name)).href);
    }
    await page.close();
    expect(complaints).toEqual([]);
  });

  test('is left as a picture to be looked at', async () => {
    await onEach(async (page, name) => {
      const file = path.join(screens, name.replace(/\/?(index)?\.html$/, '').replaceAll('/', '-') || 'home');
      for (const [width, colorScheme] of [
        [390, 'light'],
        [1280, 'dark'],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 844 });
        await page.screenshot({ path: `${file}-${width}-${colorScheme}.png`, fullPage: true });
      }
      return [];
    });
    expect(readdirSync(screens)).toHaveLength(2 * names.length);
  }, 60_000);

  test('of a post has its contents open beside the text where there is room, and closed above it on a phone', async () => {
    const page = await context.newPage();
    await page.setViewportSize({ width: 1280, height: 844 });
    await page.goto(`${server.url}docker/p1/index.html`);
    const link = page.locator('.contents nav a').first();
    expect(await link.isVisible()).toBe(true);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await link.isVisible()).toBe(false);
    await page.locator('.contents summary').click();
    expect(await link.isVisible()).toBe(true);
    await page.close();
  });
});

// A page at a former address sends its reader on before anything can be looked at.
function isShown(name: string): boolean {
  return name.endsWith('.html') && !name.startsWith('old/');
}

// Going on to the next page ends what is still being loaded.
function isLost(request: Request): boolean {
  return request.failure()?.errorText !== 'net::ERR_ABORTED';
}

async function violationsOf(page: Page, rules: 'all' | string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ preload: false }).setLegacyMode(true);
  const { violations } = await (rules === 'all' ? axe : axe.withRules(rules)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

const layOutAll =
  "const all = new CSSStyleSheet(); all.replaceSync('* { content-visibility: visible !important }'); document.adoptedStyleSheets = [all]";
const openDetails = "for (const details of document.querySelectorAll('details')) details.open = true";
const nextFrame = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
const watchShifts = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      window.shifts.push('moved by ' + value + ': ' + sources.map(({ node }) => node?.outerHTML?.slice(0, 80)).join(', '));
  }).observe({ type: 'layout-shift', buffered: true });`;

/** In the page: what is wrong with the element that has the focus; null when nothing is. */
const problemOfFocus = `(() => {
  const element = document.activeElement;
  const before = window.focusBefore;
  window.focusBefore = element;
  const shown = element.outerHTML.slice(0, 100);
  const { width, height, top, bottom } = element.getBoundingClientRect();
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 1) return 'no outline: ' + shown;
  if (width === 0 || height === 0 || bottom < 0 || top > innerHeight) return 'not in sight: ' + shown;
  if (before?.isConnected && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) return 'out of order: ' + shown;
  return null;
})()`;

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runBuild } from '../../src/commands/build.ts';
import { describeWithBrowser, openBrowser } from '../helpers/browser.ts';
import { addresses, hostilePosts, markup } from '../helpers/hostile-posts.ts';
import { memoryContext } from '../helpers/memory-context.ts';
import { type SiteServer, serveSite } from '../helpers/site-server.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';

describeWithBrowser('posts whose author means harm', () => {
  let folder = '';
  let names: string[] = [];
  let server: SiteServer;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-hostile-'));
    const posts = path.join(folder, 'posts');
    mkdirSync(posts);
    for (const [name, text] of Object.entries(hostilePosts())) writeFileSync(path.join(posts, name), text);
    for (const name of ['pic.svg', 'a" onerror="alert(1).svg']) writeFileSync(path.join(posts, name), svg);
    const everywhere = JSON.stringify(markup.slice(0, 30).join(' '));
    writeFileSync(
      path.join(posts, 'site.yaml'),
      [
        `title: ${everywhere}\nauthor: ${everywhere}\ndescription: ${everywhere}\nbaseUrl: https://example.org/`,
        `footer: ${everywhere}`,
        `navigation: [${addresses.map((url) => `{ title: x, url: ${JSON.stringify(url)} }`).join(', ')}]`,
      ].join('\n'),
    );
    const context = memoryContext(folder);
    const code = await runBuild({ paths: ['posts'], out: 'dist', drafts: false, keepGoing: true }, context);
    expect(code).toBe(1);
    names = readdirSync(path.join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
    server = await serveSite(path.join(folder, 'dist'));
    browser = await openBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  // Tags, categories and series have a page each that is made alike: some of them tell as much as all.
  const pages = (): string[] => {
    const all = names.filter((name) => name.endsWith('.html'));
    const alike = all.filter((name) => /^(tags|categories)\//.test(name));
    return all.filter((name) => !alike.includes(name) || alike.indexOf(name) % 30 === 0);
  };
  const addressOf = (name: string): string => server.url + name.split('/').map(encodeURIComponent).join('/');

  test('there is a page for each of them, with more than a hundred attacks in each place', () => {
    expect(pages().length).toBeGreaterThan(Object.keys(hostilePosts()).length);
    expect(markup.length + addresses.length).toBeGreaterThan(100);
  });

  for (const bypassCSP of [false, true]) {
    test(`run nothing, load nothing and add nothing dangerous, ${bypassCSP ? 'even without' : 'with'} the policy`, async () => {
      const context = await browser.newContext({ bypassCSP });
      const { page, incidents } = await watched(context);
      for (const name of pages()) {
        await page.goto(addressOf(name));
        incidents.push(
          ...((await page.evaluate(dangersIn)) as string[]).map((danger) => `${name}: ${danger}`),
        );
        const violations = (await page.evaluate('window.violations')) as string[];
        incidents.push(...violations.map((violation) => `${name}: ${violation}`));
      }
      await context.close();
      expect([...new Set(incidents)].slice(0, 20)).toEqual([]);
    }, 120_000);
  }

  test('carry nothing into what the search shows, and their ids and classes do not disturb it', async () => {
    const context = await browser.newContext();
    const { page, incidents } = await watched(context);
    for (const name of ['blocks/index.html', 'attributes/index.html']) {
      await page.goto(addressOf(name));
      for (const query of ['alert', '<script>', 'onerror', 'javascript:alert']) {
        await page.keyboard.press('Control+k');
        // Emptied first, so that what was found before is not taken for what is found now.
        await page.getByRole('searchbox').fill('');
        await page.getByRole('searchbox').fill(query);
        await page.getByText(/place(s)? found/).waitFor();
        incidents.push(...((await page.evaluate(dangersIn)) as string[]));
        await page.keyboard.press('Escape');
      }
    }
    await context.close();
    expect(incidents).toEqual([]);
  });

  test('carry nothing into feeds, site map and data', async () => {
    const context = await browser.newContext();
    const { page, incidents } = await watched(context);
    await page.goto(addressOf('404.html'));
    expect(names).toEqual(expect.arrayContaining(['index.xml', 'atom.xml', 'feed.json', 'sitemap.xml']));
    for (const name of names.filter((each) => /\.(xml|json)$/.test(each))) {
      const text = readFileSync(path.join(folder, 'dist', name), 'utf8');
      if (name.endsWith('.json'))
        incidents.push(...((await page.evaluate(`(${dangersInJson})(${JSON.stringify(text)})`)) as string[]));
      else
        incidents.push(...((await page.evaluate(`(${dangersInXml})(${JSON.stringify(text)})`)) as string[]));
    }
    await context.close();
    expect(incidents).toEqual([]);
  });

  async function watched(context: BrowserContext): Promise<{ page: Page; incidents: string[] }> {
    const page = await context.newPage();
    const incidents: string[] = [];
    await page.addInitScript(
      `window.violations = [];
       document.addEventListener('securitypolicyviolation', (event) =>
         window.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));`,
    );
    page.on('dialog', (dialog) => {
      incidents.push(`${page.url()} opened a dialog`);
      dialog.dismiss().catch(() => {});
    });
    page.on('pageerror', (error) => incidents.push(`${page.url()}: ${error}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) incidents.push(`${page.url()} asked for ${request.url()}`);
    });
    return { page, incidents };
  }
});

/** In the page: what no page may hold, whatever a policy would still prevent. */
const dangersOf = `(root, base) => {
  const found = [];
  const urls = ['href', 'src', 'xlink:href', 'action', 'formaction', 'poster', 'data', 'background', 'cite', 'ping', 'srcset', 'longdesc'];
  const safe = ['http:', 'https:', 'mailto:', 'tel:'];
  for (const element of root.querySelectorAll('*')) {
    const tag = element.localName;
    const shown = element.outerHTML.slice(0, 160);
    if (/^(iframe|frame|frameset|object|embed|applet|base|form|style|foreignobject|animate|set|use|video|audio|source)$/.test(tag)) found.push(shown);
    // Linked data is no script: it has to be whole.
    if (tag === 'script' && element.type === 'application/ld+json') JSON.parse(element.textContent);
    else if (tag === 'script' && !new URL(element.getAttribute('src') || 'x:', base).href.startsWith(base)) found.push(shown);
    if (tag === 'svg' && !element.classList.contains('load-line')) found.push(shown);
    for (const { name, value } of element.attributes) {
      if (/^on|^style$|^srcdoc$/.test(name)) found.push(name + ': ' + shown);
      if (urls.includes(name)) {
        const url = URL.canParse(value, base) ? new URL(value, base) : null;
        if (url && !safe.includes(url.protocol)) found.push(name + '=' + value + ': ' + shown);
        if (url && name !== 'href' && url.origin !== new URL(base).origin) found.push(name + '=' + value + ': ' + shown);
      }
    }
    if (tag === 'meta' && element.httpEquiv === 'refresh' && !/^0; url=[^:]*$/.test(element.content)) found.push(shown);
  }
  return found;
}`;
const dangersIn = `(${dangersOf})(document, location.origin + '/')`;

/** In the page: the same of the HTML that a feed holds as text; and that the feed is well formed. */
const dangersInXml = `(text) => {
  const parse = (source, type) => new DOMParser().parseFromString(source, type);
  const document = parse(text, 'application/xml');
  if (document.querySelector('parsererror')) return [document.querySelector('parsererror').textContent];
  const dangers = ${dangersOf};
  return [...document.querySelectorAll('*')]
    .filter(({ localName }) => ['encoded', 'content', 'description'].includes(localName))
    .flatMap((element) => dangers(parse(element.textContent, 'text/html'), 'https://example.org/'));
}`;

/** In the page: the same of the HTML in a JSON feed. */
const dangersInJson = `(text) => {
  const dangers = ${dangersOf};
  return (JSON.parse(text).items ?? []).flatMap((item) =>
    dangers(new DOMParser().parseFromString(item.content_html ?? '', 'text/html'), 'https://example.org/'));
}`;

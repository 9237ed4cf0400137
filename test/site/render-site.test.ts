import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isOwnAddress } from '../../src/lib/own-addresses.ts';
import { htmlComplaints, linkComplaints, pagesIn } from '../helpers/site-complaints.ts';
import { useWholeSite } from '../helpers/whole-site.ts';

const { out, read } = useWholeSite();
let pages: string[] = [];

beforeAll(() => {
  pages = pagesIn(out());
});

describe('every page', () => {
  test('is valid HTML', async () => {
    expect(await htmlComplaints(out())).toEqual([]);
  });

  test('holds no inline script, no inline style and nothing from another host', () => {
    for (const name of pages) {
      const html = read(name);
      const scripts = [...html.matchAll(/<script[^>]*>[^<]*/gi)].map(([script]) => script);
      expect(scripts.every((script) => isHarmless(script))).toBe(true);
      expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/i);
      expect(html).not.toMatch(/<(img|link rel="?stylesheet"?)[^>]+(src|href)="?(https?:)?\/\//i);
    }
  });

  test('has a policy that lets nothing inline run and nothing be loaded from another host', () => {
    for (const name of pages) {
      const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(read(name)) ?? [];
      expect(policy, name).toMatch(/^default-src &#x27;none&#x27;/);
      expect(policy, name).not.toMatch(/unsafe|https?:|\*/);
    }
  });

  test('links only to files of the site and ids of its pages', () => {
    expect(linkComplaints(out())).toEqual([]);
  });
});

describe('a post with a proof', () => {
  const main = (): string =>
    read('docker/p1/index.html')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ');

  test('says at the top what is proven, on what, and what is not', () => {
    expect(main()).toContain(
      '2 of 6 commands proven: 2 on Docker 28.5, 4 on 26.1; 2 failed, 1 needs the internet, 1 changed since. The oldest run, on Docker 26.1, was on 19 Nov 2026 and took 2.1 s.',
    );
    expect(main()).toContain('The image nginx was a stand-in for the official one');
  });

  test('shows beside each block how it stands, and what it printed', () => {
    expect(main()).toContain('Proven on Docker 28.5 and 26.1 in 0.4 s, 19 Nov 2026');
    expect(main()).toContain('Proven on Docker 28.5 and 26.1 (output differs), 19 Nov 2026');
    expect(main()).toContain('Failed on Docker 28.5, proven on 26.1, 19 Nov 2026');
    expect(main()).toContain('Needs the internet, tried 19 Nov 2026');
    expect(main()).toContain('Not verified since it changed');
    expect(main()).toContain('The page: it ended with 1, not with 0. Check the name.');
    expect(main()).toContain('Prepared beforehand: docker run -d nginx');
    expect(main()).toContain('Not checked: it looks nice');
  });

  test('shows output as text, control characters made visible', () => {
    expect(read('docker/p1/index.html')).toContain('&#x3C;b>wide&#x3C;/b> ␛[31m enough');
  });
});

describe('the site', () => {
  test('lists written and planned parts on the series page', () => {
    const html = read('docker/index.html');
    expect(html.indexOf('First part')).toBeLessThan(html.indexOf('Second part'));
    expect(html.indexOf('Second part')).toBeLessThan(html.indexOf('Part three'));
    expect(html).not.toContain('p3/index.html');
  });

  test('leads from part to part, to a planned one as text', () => {
    expect(read('docker/p1/index.html')).toMatch(/rel="next">Second part/);
    expect(read('docker/p2/index.html')).toMatch(/rel="prev">First part/);
    expect(read('docker/p2/index.html')).toContain('<b>Part three</b>');
    expect(read('docker/p1/index.html')).toContain('part three (planned)');
  });

  test('has a feed, a sitemap, robots.txt, redirects and a page for what is not there', () => {
    expect(read('index.xml')).toContain('<link>https://example.org/harbour/docker/p1/</link>');
    expect(read('sitemap.xml')).toContain('<loc>https://example.org/harbour/tags/docker/</loc>');
    expect(read('robots.txt')).toContain('https://example.org/harbour/sitemap.xml');
    expect(read('old/first/index.html')).toContain('0; url=../../docker/p1/index.html');
    expect(read('404.html')).toContain('href="/harbour/index.html"');
    expect(read('404.html')).not.toContain('canonical');
    // It is not the first page, whose address its links are made from, and has no length to come back from.
    expect(read('404.html')).not.toMatch(/aria-current|Back to the top/);
  });

  test('has nothing outside of its posts’ folders but at addresses that no post can have', () => {
    const files = readdirSync(out(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== '.seaworthy-site')
      .map((entry) => path.relative(out(), path.join(entry.parentPath, entry.name)));
    const others = files.filter((file) => !isOwnAddress(file)).map((file) => file.split(path.sep)[0]);
    expect([...new Set(others)].sort()).toEqual(['docker', 'notes', 'old']);
  });

  test('leaves drafts out', () => {
    expect(pages.filter((name) => name.includes('unfinished'))).toEqual([]);
    expect(read('index.html')).not.toContain('Unfinished');
  });
});

// The site's own script, or a block of data, which browsers don't run.
function isHarmless(script: string): boolean {
  const isData = script.startsWith('<script type="application/ld+json">');
  return isData || /^<script src="[^":]*assets\/site\.\w+\.js">$/.test(script);
}

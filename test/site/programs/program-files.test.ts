import { readdirSync } from 'node:fs';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { feedComplaints, grammar } from '../../helpers/site-complaints.ts';
import { useWholeSite } from '../../helpers/whole-site.ts';
import { xmlComplaints } from '../../helpers/xml-complaints.ts';

const { out, read } = useWholeSite();
const address = (page: string): string => `https://example.org/harbour/${page}`;

test('feeds and site map keep the grammars of their formats', async () => {
  expect(await feedComplaints(out())).toEqual([]);
});

test('the grammars refuse what is wrong', async () => {
  expect(await xmlComplaints(read('atom.xml').replace(/<id>[^<]*<\/id>/, ''), grammar('atom'))).not.toEqual(
    [],
  );
  expect(
    await xmlComplaints(read('index.xml').replace(/<pubDate>/, '<pubDate>x'), grammar('rss')),
  ).not.toEqual([]);
  const dated = read('sitemap.xml').replace(/<lastmod>/, '<lastmod>x');
  expect(await xmlComplaints(dated, grammar('sitemap'))).not.toEqual([]);
});

describe('a reader of feeds', () => {
  const entries = [
    { url: address('docker/p2/'), date: '2026-01-03' },
    { url: address('docker/p1/'), date: '2026-01-02' },
    { url: address('notes/alone/'), date: '2025-12-24' },
  ];

  test('finds in each format the same posts, the newest first', () => {
    const rss = parseRssFeed(read('index.xml')).items ?? [];
    const atom = parseAtomFeed(read('atom.xml')).entries ?? [];
    const json = parseJsonFeed(JSON.parse(read('feed.json'))).items ?? [];
    const day = (date: unknown): string => new Date(String(date)).toISOString().slice(0, 10);
    expect(rss.map(({ link, pubDate }) => ({ url: link, date: day(pubDate) }))).toEqual(entries);
    expect(atom.map(({ id, published }) => ({ url: id, date: day(published) }))).toEqual(entries);
    expect(json.map(({ url, date_published }) => ({ url, date: day(date_published) }))).toEqual(entries);
  });

  test('gets the full text, its links in full, and nothing that needs the page', () => {
    const json = JSON.parse(read('feed.json')) as { items: { url: string; content_html: string }[] };
    const html = json.items.find(({ url }) => url === address('docker/p1/'))?.content_html ?? '';
    expect(html).toContain('<h2>');
    expect(html).toContain('docker run -d -p 8080:80');
    expect(html).toContain(`src="${address('docker/p1/dot.svg')}"`);
    expect(html).toContain(`href="${address('docker/p2/#a-table')}"`);
    for (const [, url = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) expect(url).toMatch(/^https:/);
    expect(html).not.toMatch(
      /<(script|style|template|button|details|form)|\s(class|style|id|tabindex|data-\w+)=/,
    );
    expect(html).not.toContain('Proven');
  });
});

test('a task is told done from open where there are no boxes to tick', () => {
  const json = JSON.parse(read('feed.json')) as { items: { url: string; content_html: string }[] };
  const html = json.items.find(({ url }) => url === address('docker/p2/'))?.content_html ?? '';
  expect(html).toContain('<li>☑ done</li>');
  expect(html).toContain('<li>☐ open</li>');
});

test('the sitemap has each page with the day on which it was last changed', () => {
  expect(read('sitemap.xml')).toContain(`<loc>${address('docker/p1/')}</loc><lastmod>2026-02-03</lastmod>`);
});

test('robots.txt lets robots in and shows them the site map', () => {
  expect(read('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${address('sitemap.xml')}\n`);
});

describe('Markdown twins', () => {
  test('are linked from their pages, and hold the text without front matter', () => {
    expect(read('docker/p1/index.html')).toContain(
      '<link rel="alternate" type="text/markdown" href="index.md">',
    );
    const twin = read('docker/p1/index.md');
    expect(twin).toMatch(/^# First part\n\nHow to run a container\.\n\n- Page: /);
    expect(twin).toContain('- Proof: 2 of 6 commands proven: 2 on Docker 28.5, 4 on 26.1 (2026-11-19)');
    expect(twin).not.toContain('---');
  });

  test('have links that lead somewhere: in full, or as text where there is no page yet', () => {
    const twin = read('docker/p1/index.md');
    expect(twin).toContain(`[part two](${address('docker/p2/#a-table')}), then part three (planned).`);
    expect(twin).toContain(`![Dot](${address('docker/p1/dot.svg')})`);
  });

  test('are listed in llms.txt', () => {
    const llms = read('llms.txt');
    expect(llms).toMatch(
      /^# Harbour Notes\n\n> A site that holds one of everything\.\n\n## Docker by the sea\n\n/,
    );
    const listed = [...llms.matchAll(/\]\((\S+index\.md)\)/g)].map(([, url = '']) =>
      url.replace(address(''), ''),
    );
    const written = readdirSync(out(), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    );
    expect(listed.sort()).toEqual(written.sort());
  });
});

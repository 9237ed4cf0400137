import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { linkedDataBlock } from '../../../src/site/programs/linked-data.ts';
import { useWholeSite } from '../../helpers/whole-site.ts';

const { out, read } = useWholeSite();
let pages: string[] = [];

beforeAll(() => {
  const files = readdirSync(out(), { recursive: true, encoding: 'utf8' });
  pages = files.filter((name) => name.endsWith('index.html') && !name.startsWith('old/'));
});

type Thing = Record<string, unknown>;

function thingsOf(name: string): Thing[] {
  const [, json = '{"@graph":[]}'] =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read(name)) ?? [];
  return (JSON.parse(json) as { '@graph': Thing[] })['@graph'];
}

/** The properties that https://schema.org gives each type that is used, and those that Google's rich results require. */
const vocabulary: Record<string, { known: string[]; required: string[] }> = {
  TechArticle: {
    known: [
      ...['headline', 'url', 'description', 'datePublished', 'dateModified', 'author', 'image'],
      ...['proficiencyLevel', 'license', 'isPartOf', 'inLanguage'],
    ],
    required: ['headline'],
  },
  CreativeWorkSeries: { known: ['name', 'url'], required: ['name'] },
  Person: { known: ['name', 'url'], required: ['name'] },
  BreadcrumbList: { known: ['itemListElement'], required: ['itemListElement'] },
  ListItem: { known: ['position', 'name', 'item'], required: ['position', 'name', 'item'] },
  HowTo: { known: ['name', 'step'], required: ['name', 'step'] },
  WebSite: {
    known: ['name', 'url', 'inLanguage', 'description', 'publisher'],
    required: ['name', 'url'],
  },
};

function complaints(thing: unknown): string[] {
  if (Array.isArray(thing)) return thing.flatMap(complaints);
  if (typeof thing !== 'object' || thing === null) return [];
  const { '@type': type, ...properties } = thing as Thing;
  const facts = vocabulary[String(type)];
  if (!facts) return [`unknown type ${type}`];
  return [
    ...Object.keys(properties)
      .filter((key) => !facts.known.includes(key))
      .map((key) => `${type} has no ${key}`),
    ...facts.required.filter((key) => !(key in properties)).map((key) => `${type} needs ${key}`),
    ...Object.values(properties).flatMap(complaints),
  ];
}

describe('linked data', () => {
  test('uses the words of schema.org, on every page that has any', () => {
    const found = pages.flatMap((name) => complaints(thingsOf(name)).map((words) => `${name}: ${words}`));
    expect(found).toEqual([]);
    expect(thingsOf('index.html').map((thing) => thing['@type'])).toEqual(['WebSite']);
  });

  test('says of a post what it is and where it stands', () => {
    const [article, trail, howTo] = thingsOf('docker/p1/index.html');
    expect(article).toMatchObject({
      '@type': 'TechArticle',
      headline: 'First part',
      datePublished: '2026-01-02',
      dateModified: '2026-02-03',
      proficiencyLevel: 'Beginner',
      isPartOf: { name: 'Docker by the sea' },
    });
    expect(trail?.itemListElement).toHaveLength(3);
    expect(howTo).toBeUndefined();
  });

  test('no text in it can end its block or begin another', () => {
    const block = linkedDataBlock([{ name: '</script><script>alert(1)//<!--' }]);
    const [text] = block?.children ?? [];
    const json = text?.type === 'text' ? text.value : '';
    expect(json).not.toMatch(/[<>]/);
    expect(JSON.parse(json)['@graph'][0].name).toBe('</script><script>alert(1)//<!--');
  });
});

describe('Open Graph', () => {
  test('every page has what the protocol requires, but for the picture where there is none', () => {
    for (const name of pages) {
      const properties = [...read(name).matchAll(/<meta property="([^"]*)" content="([^"]+)">/g)].map(
        ([, key = '']) => key,
      );
      expect(properties, name).toEqual(expect.arrayContaining(['og:title', 'og:type', 'og:url']));
      const single = properties.filter((key) => key !== 'article:tag');
      expect(new Set(single).size, name).toBe(single.length);
    }
  });

  test('a post with a cover is shared with its picture', () => {
    const html = read('docker/p1/index.html');
    expect(html).toContain(
      '<meta property="og:image" content="https://example.org/harbour/docker/p1/dot.svg">',
    );
    expect(html).toContain('<meta property="og:image:alt" content="A dot">');
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
  });
});

test('each page is canonical at its own address', () => {
  for (const name of pages) {
    const url = `https://example.org/harbour/${name
      .replace(/index\.html$/, '')
      .split('/')
      .map(encodeURIComponent)
      .join('/')}`;
    expect(read(name), name).toContain(`<link rel="canonical" href="${url}">`);
  }
});

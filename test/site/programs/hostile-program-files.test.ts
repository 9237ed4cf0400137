import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../../src/build/build-site.ts';
import { home } from '../../helpers/memory-context.ts';
import { xmlComplaints } from '../../helpers/xml-complaints.ts';

const evil = '</script><script>alert(1)</script>]]> & "quoted" \\u0001 \\u2028';
const shown = JSON.parse(`"${evil.replaceAll('"', '\\"')}"`) as string;
const texts = new Map<string, string>();
let cwd = '';

beforeAll(async () => {
  cwd = mkdtempSync(path.join(tmpdir(), 'seaworthy-hostile-'));
  mkdirSync(path.join(cwd, 'posts'));
  const value = `"${evil.replaceAll('"', '\\"')}"`;
  writeFileSync(
    path.join(cwd, 'posts/site.yaml'),
    `title: ${value}\ndescription: ${value}\nauthor: ${value}\nfooter: ${value}\nbaseUrl: "https://example.org/a&b/"\nlicense: { name: ${value} }\n`,
  );
  const keys = ['title', 'description', 'summary', 'level'].map((key) => `${key}: ${value}`);
  const lists = ['author', 'tags', 'categories', 'series'].map((key) => `${key}: [${value}]`);
  writeFileSync(
    path.join(cwd, 'posts/one.md'),
    `---\n${[...keys, ...lists].join('\n')}\ndate: 2026-01-02\n---\n\n## Step 1 </script>\n\n## Step 2 ]]>\n\n\`\`\`bash\necho "]]></script>"\n\`\`\`\n`,
  );
  const now = new Date('2026-11-24T12:00:00Z');
  const { files } = await buildSite({ paths: ['posts'], cwd, home, cacheFolder: null, drafts: false, now });
  for (const file of files) if ('text' in file) texts.set(file.path, file.text);
});

afterAll(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const read = (name: string): string => texts.get(name) ?? '';
const grammar = (name: string): string =>
  readFileSync(path.join(home, `test/fixtures/machine-formats/${name}.rng`), 'utf8');

test.each([
  ['index.xml', 'rss'],
  ['atom.xml', 'atom'],
  ['sitemap.xml', 'sitemap'],
])('%s keeps its grammar whatever authors write', async (file, format) => {
  expect(await xmlComplaints(read(file), grammar(format))).toEqual([]);
});

test('badges and JSON stay what they are', async () => {
  expect(await xmlComplaints(read('one/badge.svg'))).toEqual([]);
  expect((JSON.parse(read('feed.json')) as { title: string }).title).toBe(shown);
  expect((JSON.parse(read('status.json')) as { title: string }).title).toBe(shown);
});

test('no page runs what stands in its front matter', () => {
  for (const [name, html] of texts) {
    if (!name.endsWith('.html')) continue;
    // In the value of an attribute, `<` begins nothing.
    const bare = html.replace(/\s(content|title|alt|aria-label|href)="[^"]*"/g, '');
    const scripts = [...bare.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)];
    for (const [, attributes = '', text = ''] of scripts) {
      const isData = attributes.includes('application/ld+json');
      expect(isData || text === '', name).toBe(true);
      if (isData) expect(() => JSON.parse(text) as unknown, name).not.toThrow();
    }
  }
});

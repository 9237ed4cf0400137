import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readFrontMatter } from '../../src/content/front-matter.ts';
import { frontMatterShape } from '../../src/content/front-matter-shape.ts';
import { loadSiteConfig } from '../../src/content/site-config.ts';
import { siteConfigShape } from '../../src/content/site-config-shape.ts';
import type { Shape } from '../../src/content/yaml-record.ts';

const root = mkdtempSync(path.join(tmpdir(), 'seaworthy-defaults-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

// Each key that has a default, set to it.
function toldBy(shape: Shape): string[] {
  return Object.entries(shape).flatMap(([key, schema]) => {
    const value = schema.meta()?.default;
    return value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`];
  });
}

const postWith = (yaml: string) => readFrontMatter({ path: 'p.md', source: `---\ntitle: T\n${yaml}\n---\n` });

test.each(toldBy(frontMatterShape))('front matter without a key is as with %s', (line) => {
  expect(postWith(line)).toMatchObject({ frontMatter: postWith('').frontMatter, findings: [] });
});

test.each(toldBy(siteConfigShape))('a site without a key is as with %s', async (line) => {
  const without = await loadSiteConfig(path.join(root, 'none'), { cwd: root });
  writeFileSync(path.join(root, 'site.yaml'), `${line}\n`);
  expect(await loadSiteConfig(root, { cwd: root })).toEqual(without);
});

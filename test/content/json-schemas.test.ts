import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemas } from '../helpers/json-schemas.ts';
import { home } from '../helpers/memory-context.ts';

const folder = path.join(home, 'schemas');

test.each(Object.entries(jsonSchemas()))(
  'schemas/%s is what the source says; UPDATE=1 writes it',
  (name, schema) => {
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env.UPDATE === '1') writeFileSync(path.join(folder, name), text);
    expect(readFileSync(path.join(folder, name), 'utf8')).toBe(text);
  },
);

function complaints(name: 'site' | 'front-matter', value: unknown): string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  formats.default(ajv);
  const schema = JSON.parse(readFileSync(path.join(folder, `${name}.schema.json`), 'utf8')) as object;
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    `${instancePath} ${message} ${params.additionalProperty ?? ''}`.trim(),
  );
}

describe('an editor', () => {
  const sources = ['posts', 'test/fixtures/site-whole'].flatMap((root) =>
    readdirSync(path.join(home, root), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => path.join(home, root, file)),
  );

  test.each(sources.map((file) => [path.relative(home, file), file]))(
    'has nothing against %s',
    (_name, file) => {
      const [, yaml = ''] = readFileSync(file, 'utf8').split(/^---$/m);
      expect(complaints('front-matter', parse(yaml))).toEqual([]);
    },
  );

  test.each(['posts/site.yaml', 'test/fixtures/site-whole/site.yaml'])('has nothing against %s', (file) => {
    expect(complaints('site', parse(readFileSync(path.join(home, file), 'utf8')))).toEqual([]);
  });

  test.each([
    ['darft: true', ' must NOT have additional properties darft'],
    ['weight: one', '/weight must be integer'],
    ['date: 2025-1-1', '/date must match pattern'],
    ['draft: "no"', '/draft must be boolean'],
    ['cover: { captoin: x }', '/cover must NOT have additional properties captoin'],
  ])('underlines %s in front matter', (yaml, message) => {
    expect(complaints('front-matter', parse(yaml)).join('\n')).toContain(message.trim());
  });

  test.each([
    ['titel: Site', 'must NOT have additional properties titel'],
    ['navigation: [{ title: Home }]', "/navigation/0 must have required property 'url'"],
    ['homePosts: 0', '/homePosts must be >= 1'],
    ['baseUrl: example.org', '/baseUrl must match format "uri"'],
  ])('underlines %s in site.yaml', (yaml, message) => {
    expect(complaints('site', parse(yaml)).join('\n')).toContain(message);
  });
});

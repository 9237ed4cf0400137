import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { HtmlValidate } from 'html-validate';
import { home } from './memory-context.ts';
import { xmlComplaints } from './xml-complaints.ts';

const grammarFile = (name: string): string =>
  readFileSync(path.join(home, 'test/fixtures/machine-formats', name), 'utf8');

/** The grammar (RELAX NG) of an XML format. */
export const grammar = (format: 'rss' | 'atom' | 'sitemap'): string => grammarFile(`${format}.rng`);

/** The pages of a site in a folder, as paths within. */
export function pagesIn(out: string): string[] {
  return readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .sort();
}

/** Where its pages are no valid HTML. */
export async function htmlComplaints(out: string): Promise<string[]> {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Matters of taste, or of a check that does not know MathML.
      'attr-quotes': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'doctype-style': 'off',
      'long-title': 'off',
      // Tags that HTML lets one leave out are left out; the tree they are written from is closed by construction.
      'no-implicit-close': 'off',
      'no-inline-style': 'error',
      'no-raw-characters': 'off',
      'no-trailing-whitespace': 'off',
      'prefer-native-element': 'off',
      'require-sri': 'off',
      // Ids are those that GitHub gives, which may begin with a digit.
      'valid-id': ['error', { relaxed: true }],
      'void-style': 'off',
    },
  });
  const complaints: string[] = [];
  for (const name of pagesIn(out)) {
    const { results } = await validator.validateString(readFileSync(path.join(out, name), 'utf8'));
    for (const { ruleId, message, line, column } of results.flatMap(({ messages }) => messages))
      complaints.push(`${name}:${line}:${column} ${ruleId}: ${message}`);
  }
  return complaints;
}

/** Links of its pages to files, and ids of pages, that are not there. */
export function linkComplaints(out: string): string[] {
  const texts = new Map(pagesIn(out).map((name) => [name, readFileSync(path.join(out, name), 'utf8')]));
  const idsOf = (html: string): Set<string> =>
    new Set(
      [...html.matchAll(/\sid=(?:"([^"]*)"|([^\s>"]+))/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
    );
  const ids = new Map([...texts].map(([name, html]) => [name, idsOf(html)]));
  const complaints: string[] = [];
  for (const [name, html] of texts) {
    // Shown at any address, so that its links begin at the host's root.
    if (name === '404.html') continue;
    // Only within tags: what a page shows of a command's output may be HTML, too.
    const tags = (html.match(/<[a-z][^<>]*>/gi) ?? []).join('\n');
    for (const [, quoted, bare] of tags.matchAll(/\s(?:href|src)=(?:"([^"]*)"|([^\s>"]+))/g)) {
      const href = quoted ?? bare ?? '';
      if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(href)) continue;
      const [target = '', id] = href.replaceAll('&#x26;', '&').split('#');
      const file =
        target === '' ? name : path.posix.join(path.posix.dirname(name), decodeURIComponent(target));
      const isThere = existsSync(path.join(out, file));
      const hasId = id === undefined || id === '' || ids.get(file)?.has(decodeURIComponent(id)) === true;
      if (!isThere || !hasId) complaints.push(`${name}: ${href}`);
    }
  }
  return complaints;
}

/** What is wrong with its feeds and its site map. */
export async function feedComplaints(out: string): Promise<string[]> {
  const read = (file: string): string => readFileSync(path.join(out, file), 'utf8');
  const ajv = new Ajv2020({ allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(grammarFile('json-feed.json')) as object);
  validate(JSON.parse(read('feed.json')));
  return [
    ...(await xmlComplaints(read('index.xml'), grammar('rss'))).map((complaint) => `index.xml: ${complaint}`),
    ...(await xmlComplaints(read('atom.xml'), grammar('atom'))).map((complaint) => `atom.xml: ${complaint}`),
    ...(await xmlComplaints(read('sitemap.xml'), grammar('sitemap'))).map(
      (complaint) => `sitemap.xml: ${complaint}`,
    ),
    ...(validate.errors ?? []).map(({ instancePath, message }) => `feed.json: ${instancePath} ${message}`),
  ];
}

/** Linked data of its pages that is no JSON, or whose things have no type, no context or an address that is not full. */
export function linkedDataComplaints(out: string): string[] {
  return pagesIn(out).flatMap((name) => {
    const html = readFileSync(path.join(out, name), 'utf8');
    const blocks = [...html.matchAll(/<script type="?application\/ld\+json"?>([\s\S]*?)<\/script>/g)];
    return blocks.flatMap(([, json = '']) =>
      thingComplaints(json).map((complaint) => `${name}: ${complaint}`),
    );
  });
}

function thingComplaints(json: string): string[] {
  try {
    const data = JSON.parse(json) as Record<string, unknown>;
    const things = Array.isArray(data['@graph']) ? (data['@graph'] as Record<string, unknown>[]) : [data];
    return [
      ...(data['@context'] === 'https://schema.org' ? [] : ['no context']),
      ...things.filter((thing) => typeof thing['@type'] !== 'string').map(() => 'a thing without a type'),
      ...things
        .flatMap(({ url, image }) => [url, image])
        .filter((url) => typeof url === 'string' && !/^https?:\/\//.test(url))
        .map((url) => `${String(url)} is no full address`),
    ];
  } catch (error) {
    return [String(error)];
  }
}

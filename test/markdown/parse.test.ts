import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { home } from '../helpers/memory-context.ts';

const plain = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();

test.each([
  'see https://example.org/a, www.example.org and me@example.org',
  'a_https://example.org_b and (www.example.org)',
  '[a link with www.example.org in it](/x) beside x@example.org',
  '`https://example.org` and root@4f1d2c9a:/# ls',
  'no address, but an @ and a www',
  '**https://example.org/?a=b&c** *HTTP://EXAMPLE.ORG*',
  'WWW.EXAMPLE.ORG, who asks',
  'only mailto:me@example.org, .a+b@example.org, xmpp:me@example.org/x',
])('what is left out of a parse changes nothing in: %s', (text) => {
  expect(parseMarkdown(text)).toEqual(plain.parse(text));
});

const corpus = path.join(home, '../shared/corpus');

test.skipIf(!existsSync(corpus))('nor in pages that others wrote', () => {
  for (const name of readdirSync(corpus).filter((each) => each.endsWith('.md'))) {
    const text = readFileSync(path.join(corpus, name), 'utf8');
    // MkDocs' containers are read in another way on purpose.
    if (/^[ >]*(?:={3}[!+]?[ ]+"|!{3}[ ]|\?{3}\+?[ ])/m.test(text)) continue;
    expect(parseMarkdown(text), name).toEqual(plain.parse(text));
  }
});

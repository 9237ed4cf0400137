import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toString as textOf } from 'hast-util-to-string';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { makeBody } from '../../src/markdown/body.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

// Other people's tutorials lie beside the checkout and are not part of it.
const shared = path.resolve(import.meta.dirname, '../../../shared');
const files = ['corpus', 'seed'].flatMap((folder) => {
  const whole = path.join(shared, folder);
  const names = existsSync(whole) ? readdirSync(whole) : [];
  return names.filter((name) => /\.(?:md|markdown)$/.test(name)).map((name) => path.join(whole, name));
});

describe.skipIf(files.length === 0)(
  'a page holds every word of its source (skipped without ../shared)',
  () => {
    test.each(files.map((file) => [path.basename(file), file]))('%s', async (_, file) => {
      const source = readFileSync(file, 'utf8');
      const tree = parseMarkdown(source);
      const body = await makeBody(tree, { path: file, title: 'no heading has this title', source });
      const left = countOf([...wordsOf(textOf(body.tree)), ...kindsOf(source)]);
      const lost = wordsOf(textsOf(tree).join('\n')).filter((word) => {
        const count = left.get(word) ?? 0;
        left.set(word, count - 1);
        return count < 1;
      });
      expect(lost).toEqual([]);
    });
  },
);

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

// MkDocs: where a box has a title of its own, the word for its kind is not shown.
function kindsOf(source: string): string[] {
  return [...source.matchAll(/^[ >]*[!?]{3}\+? +(\w+) +"/gm)].map((match) => match[1]!.toLowerCase());
}

function textsOf(node: Nodes): string[] {
  if (node.type === 'yaml' || node.type === 'html') return [];
  if ('value' in node) return [node.value];
  if (!('children' in node)) return [];
  const texts = node.children.flatMap((child) => textsOf(child));
  return ['paragraph', 'heading', 'tableCell'].includes(node.type) ? [texts.join('')] : texts;
}

// Marks of alerts, tabs and boxes become something else.
function wordsOf(text: string): string[] {
  return text
    .replace(/\[!\w+\]|\{\{[<%].*?[%>]\}\}|:{3,} *\w*/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

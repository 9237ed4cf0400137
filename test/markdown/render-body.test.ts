import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../helpers/any-text.ts';
import { home } from '../helpers/memory-context.ts';
import { renderPost } from '../helpers/render-post.ts';

// One folder for each thing that Markdown can hold; UPDATE=1 records `expected.html` again.
const cases = path.join(home, 'test/fixtures/site-render');

describe('a post becomes HTML', () => {
  for (const name of readdirSync(cases)) {
    test(name, async () => {
      const html = `${await renderPost(readFileSync(path.join(cases, name, 'post.md'), 'utf8'))}\n`;
      const file = path.join(cases, name, 'expected.html');
      if (process.env.UPDATE === '1') writeFileSync(file, html);
      expect(html).toBe(readFileSync(file, 'utf8'));
    });
  }
});

const pieces = [
  '<script>',
  '</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<a href="javascript:alert(1)">',
  '[x](javascript:alert(1))',
  '![x](data:text/html,y)',
  '<p style="color:red">',
  '<math><mi xlink:href="javascript:x">',
  '<style>*{}</style>',
  '<pre data-block="0">',
  '<div><table><tr>',
  '```bash\n',
  '> ',
  '- ',
  '\n\n',
  '| a | b |\n|--|--|\n',
  '# ',
  '$$\n\\frac{1}{2}\n$$\n',
  '[^1]: ',
  '[^1]',
  '&#x3c;script&#x3e;',
  '┌─┐\n│a│\n└─┘\n',
  '> [!NOTE]\n',
];
const markdown = fc
  .array(fc.oneof(fc.constantFrom(...pieces), anyText(12)), { maxLength: 14 })
  .map((parts) => parts.join(''));

describe('whatever an author writes', () => {
  test('it never throws, and runs no script and no inline style', async () => {
    await fc.assert(
      fc.asyncProperty(markdown, fc.boolean(), async (text, math) => {
        const html = await renderPost(`---\ntitle: T\nmath: ${math}\n---\n${text}`);
        expect(
          tagsOf(html).filter((tag) =>
            /^<(script|style|iframe|object|embed|svg|form|base|link|meta)\b/i.test(tag),
          ),
        ).toEqual([]);
        expect(tagsOf(html).filter((tag) => /\s(on\w+|style)\s*=/i.test(withoutValues(tag)))).toEqual([]);
        expect(
          tagsOf(html).filter((tag) => /\s(href|src)="?\s*(javascript|data|vbscript):/i.test(tag)),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('deep nesting is no crash', async () => {
    const html = await renderPost(`---\ntitle: T\n---\n${'> '.repeat(200)}deep`);
    expect(html).toContain('deep');
  });
});

// Stringified HTML escapes `<` in texts and `"` in values, so this is exact.
function tagsOf(html: string): string[] {
  return html.match(/<[a-z][^\s>]*(?:\s+[^\s=>]+(?:=(?:"[^"]*"|'[^']*'|[^\s>]*))?)*\s*>/gi) ?? [];
}

function withoutValues(tag: string): string {
  return tag.replace(/"[^"]*"|'[^']*'/g, '""');
}

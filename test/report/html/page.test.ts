import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { HtmlValidate } from 'html-validate';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { formatHtml } from '../../../src/report/html/page.ts';
import { home } from '../../helpers/memory-context.ts';
import { anyReport } from '../any-report.ts';
import { sampleBlock, sampleCommand, samplePost, sampleReport } from '../sample-report.ts';

const styles = readFileSync(path.join(home, 'site/report.css'), 'utf8');
const cause = { whose: 'page' as const, message: 'no flag --nmae', hint: 'did you mean --name?', line: null };
const report = sampleReport([
  samplePost([
    sampleBlock([
      sampleCommand({ id: 'b1c1', ran: 'ls\nid', output: 'a red', styled: 'a \u001b[0;1;34mred\u001b[0m' }),
      sampleCommand({ id: 'b1c2', verdict: 'failed', output: '<b>no</b>', cause }),
      sampleCommand({ id: 'b1c3', verdict: 'not-run', ran: null, output: '', cause }),
    ]),
  ]),
]);

/** All elements of a page as a browser's parser finds them. */
function elementsOf(html: string): Element[] {
  const root = unified()
    .use(rehypeRaw)
    .runSync({ type: 'root', children: [{ type: 'raw', value: html }] } as never) as Root;
  const visit = (node: Root | Element): Element[] =>
    node.children.flatMap((child) => (child.type === 'element' ? [child, ...visit(child)] : []));
  return visit(root);
}

test('a terminal shows prompts, what was typed, its output in colours, and what is wrong with it', () => {
  const html = formatHtml(report, styles);
  expect(html).toContain(
    '<span class="prompt">$ </span><span class="typed">ls</span>\n<span class="prompt">> </span><span class="typed">id</span>\na <span class="bold fg4">red</span>\n',
  );
  expect(html).toContain('&#x3C;b>no&#x3C;/b>');
  expect(html).toContain('<span class="verdict failed">✗ failed: The page: no flag --nmae.</span>');
  expect(html).toContain(
    '<span class="aside">line 11, not typed, not run: docker ps (The page: no flag --nmae.)</span>',
  );
});

test('the page is valid HTML', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
  const result = await validator.validateString(formatHtml(report, styles));
  expect(
    result.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ).toEqual([]);
});

test('a long output is cut, and says by how much', () => {
  const output = Array.from({ length: 50_000 }, (_, index) => `row ${index}`).join('\n');
  const html = formatHtml(sampleReport([samplePost([sampleBlock([sampleCommand({ output })])])]), styles);
  expect(html.length).toBeLessThan(100_000);
  expect(html).toContain('[… 49,000 lines left out …]');
});

test('nothing that a page or a machine says becomes an element, an address or an escape sequence', () => {
  const own = new Set(
    'html head meta title style body main header h1 h2 h3 h4 p dl dt dd ul ol li a section details summary strong b pre code span'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(anyReport, (hostile) => {
      const html = formatHtml(hostile, styles);
      expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      const foreign = elementsOf(html).filter(
        ({ tagName, properties }) =>
          !own.has(tagName) ||
          'src' in properties ||
          ('href' in properties && !String(properties.href).startsWith('#')) ||
          Object.keys(properties).some((name) => name.startsWith('on')),
      );
      expect(foreign).toEqual([]);
    }),
  );
});

test('what stands between backticks in a message is shown as code', () => {
  const marked = { ...cause, message: 'no flag `--nmae`', hint: 'did you mean `<name>`?' };
  const because = 'Its tag `bash` says so.';
  const block = { ...sampleBlock([sampleCommand({ verdict: 'failed', cause: marked })]), because };
  const html = formatHtml(sampleReport([samplePost([block])]), styles);
  expect(html).toContain('Its tag <code>bash</code> says so.');
  expect(html).toContain('no flag <code>--nmae</code>');
  expect(html).toMatch(/did you mean <code>(?:&#x3C;|&lt;)name>?/);
});

import fc from 'fast-check';
import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { diagnostic } from '../../src/model/diagnostic.ts';
import { pointAt } from '../../src/model/place.ts';
import { formatJobSummary } from '../../src/report/job-summary.ts';
import { anyReport } from './any-report.ts';
import { sampleBlock, sampleCommand, samplePost, sampleReport } from './sample-report.ts';

const cause = { whose: 'page' as const, message: 'no `a|b`', hint: 'Write *c*.', line: null };
const failed = sampleCommand({ verdict: 'failed', line: 12, source: 'docker ps | wc', cause });
const blocked = sampleCommand({ verdict: 'blocked', line: 3, cause: { ...cause, whose: 'registry' } });
const report = sampleReport([
  samplePost([sampleBlock([blocked], { verdict: 'blocked' }), sampleBlock([failed], { verdict: 'failed' })]),
]);

/** The elements of a summary as GitHub's own kind of parser reads it. */
function elementsOf(markdown: string): { name: string; text: string; href: unknown }[] {
  const reader = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw);
  const found: { name: string; text: string; href: unknown }[] = [];
  const visit = (node: Root | Root['children'][number]): string => {
    if (node.type === 'text') return node.value;
    if (!('children' in node)) return '';
    const text = node.children.map(visit).join('');
    if (node.type === 'element') found.push({ name: node.tagName, text, href: node.properties.href });
    return text;
  };
  visit(reader.runSync(reader.parse(markdown)) as Root);
  return found;
}

test('the posts stand in a table with their counts, failures come first, each with its place and reason', () => {
  const elements = elementsOf(
    formatJobSummary(report, { linkTo: (path, line) => `https://g.example/${path}#L${line}` }),
  );
  const texts = (name: string) => elements.filter((one) => one.name === name).map(({ text }) => text.trim());
  expect(texts('td')).toEqual(['✓ posts/docker/p1/index.md', '', '1', '1', '', '']);
  expect(texts('li').map((text) => text.split('\n')[0])).toEqual([
    expect.stringMatching(/^✗ failed posts\/docker\/p1\/index\.md:12 docker ps \| wc/),
    expect.stringMatching(/^■ blocked posts\/docker\/p1\/index\.md:3 docker ps/),
  ]);
  expect(texts('li')[0]).toContain('The page: no `a|b`.');
  expect(elements.find(({ name }) => name === 'a')?.href).toBe(
    'https://g.example/posts/docker/p1/index.md#L12',
  );
});

test('an error that was found without running stands with the failures', () => {
  const findings = [diagnostic('fence-unclosed', pointAt('posts/a.md', 7), 'never closed', 'Close it.')];
  const post = samplePost([sampleBlock([blocked])], { findings });
  const items = elementsOf(formatJobSummary(sampleReport([post]))).filter(({ name }) => name === 'li');
  expect(items.map(({ text }) => text.trim().split('\n')[0])).toEqual([
    '✗ error posts/a.md:7 fence-unclosednever closedClose it.',
    expect.stringMatching(/^■ blocked/),
  ]);
});

test('what does not fit is counted, and the size stays below the limit', () => {
  const commands = Array.from({ length: 60 }, () => failed);
  const text = formatJobSummary(sampleReport([samplePost([sampleBlock(commands)])]), { maxBytes: 9_000 });
  expect(Buffer.byteLength(text)).toBeLessThan(9_100);
  expect(text).toMatch(/\n\d+ more places in the log of the job\.\n/);
});

test('nothing that a page or a machine says becomes markup', () => {
  const own = new Set(
    'h2 p table thead tbody tr th td ul li strong code br em details summary pre'.split(' '),
  );
  fc.assert(
    fc.property(anyReport, (hostile) => {
      const foreign = elementsOf(formatJobSummary(hostile)).filter(({ name }) => !own.has(name));
      expect(foreign).toEqual([]);
    }),
  );
});

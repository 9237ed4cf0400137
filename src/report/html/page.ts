import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { countOf } from '../../lib/count-of.ts';
import { visible, visibleLine } from '../../lib/visible.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { CommandReport, PostReport, Report } from '../../model/report.ts';
import { summaryRows } from '../terminal/terminal-summary.ts';
import { blockList, verdictElement } from './blocks.ts';
import { inlineCode } from './inline-code.ts';
import { transcriptSections } from './transcript.ts';

/**
 * A report as one page that needs nothing else: the totals, and for each post its blocks with the reason for each
 * verdict, and the transcript of every terminal. `styles` is its style sheet; nothing else can be loaded or run in it.
 */
export function formatHtml(report: Report, styles: string): string {
  const hash = createHash('sha256').update(styles).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('title', 'Seaworthy report'),
          h('style', styles),
        ]),
        h('body', h('main', [header(report), ...report.posts.map(postSection)])),
      ]),
    ],
  };
  return `${unified().use(rehypeStringify).stringify(page)}\n`;
}

function header(report: Report): Element {
  return h('header', [
    h('h1', 'Seaworthy report'),
    h('p.facts', `${report.tool}, ${report.startedAt.replace('T', ' ').slice(0, 16)} UTC`),
    h(
      'dl',
      summaryRows(report).flatMap(([label, text]) => [h('dt', label), h('dd', text)]),
    ),
    h(
      'ul.posts',
      report.posts.map((post, index) =>
        h('li', [
          verdictElement(post.verdict),
          ' ',
          h('a', { href: `#p${index + 1}` }, visibleLine(post.path)),
        ]),
      ),
    ),
  ]);
}

function postSection(post: PostReport, index: number): Element {
  const id = `p${index + 1}`;
  const idOf = ({ id: command }: CommandReport): string => `${id}-${command}`;
  const transcripts = transcriptSections(post, idOf);
  return h('section.post', { id }, [
    h('h2', [visibleLine(post.path), ' ', verdictElement(post.verdict)]),
    ...findingElements(post.findings),
    h('h3', countOf(post.blocks.length, 'block')),
    post.blocks.length === 0 ? null : blockList(post, idOf),
    ...(transcripts.length === 0 ? [] : [h('h3', 'What a reader sees'), ...transcripts]),
  ]);
}

function findingElements(findings: readonly Diagnostic[]): Element[] {
  if (findings.length === 0) return [];
  const items = findings.map(({ severity, code, place, message, hint }) =>
    h('li', [
      h('b', `${severity}, line ${place.line}: `),
      ...inlineCode(`${visible(message)} (${code}) ${visible(hint)}`),
    ]),
  );
  return [h('h3', countOf(findings.length, 'finding')), h('ul.findings', items)];
}

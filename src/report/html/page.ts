import type { Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Report } from '../../model/report.ts';
import { formatReport } from '../terminal.ts';

/** A report as one page that needs nothing else. */
export function formatHtml(report: Report): string {
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', [h('meta', { charSet: 'utf-8' }), h('title', 'Seaworthy report')]),
        h('body', [
          h('main', [h('h1', 'Seaworthy report'), h('pre', formatReport(report, { color: false }))]),
        ]),
      ]),
    ],
  };
  return `${unified().use(rehypeStringify).stringify(page)}\n`;
}

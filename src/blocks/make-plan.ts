import type { Root } from 'mdast';
import { withFencedShortcodes } from '../markdown/fences/fenced-shortcodes.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';
import type { Plan } from '../model/plan.ts';
import { fenceFindings } from './fence-findings.ts';
import { readPage } from './reading/read-page.ts';
import { walkPage } from './walk-page.ts';

/**
 * What will be done with every block and command of a post, and why. Pure: nothing is run and nothing is read.
 * `tree` saves parsing `source` again. Mistakes of the author are in `findings`, in the order of the page.
 */
export function makePlan(post: { path: string; source: string; tree?: Root }): Plan {
  const { path } = post;
  // As the parser has read it.
  const source = withFencedShortcodes(post.source);
  const { items, findings: unread } = readPage({ path, source }, post.tree ?? parseMarkdown(source));
  const lines = source.split(/\r\n?|\n/);
  const { blocks, findings } = walkPage(items);
  // What is saved needs no tag: a list of packages is no shell.
  const saved = new Set(
    blocks.flatMap(({ kind, id, language }) => (kind === 'file' && language === null ? [id] : [])),
  );
  const fences = items.flatMap((item) =>
    item.kind === 'block'
      ? fenceFindings(item.block, lines).filter(
          ({ code }) => code !== 'language-unknown' || !saved.has(item.block.id),
        )
      : [],
  );
  return {
    path,
    blocks,
    findings: inOrder([...unread, ...fences, ...findings, ...emptiness(path, blocks.length)]),
  };
}

function emptiness(path: string, count: number): Diagnostic[] {
  if (count > 0) return [];
  return [
    diagnostic(
      'post-without-blocks',
      pointAt(path),
      'The post has no code block.',
      'There is nothing in it to verify.',
    ),
  ];
}

function inOrder(findings: Diagnostic[]): Diagnostic[] {
  return findings.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

import type { Code, Nodes, Root } from 'mdast';
import type { Block, Fence, LineStart } from '../../model/block.ts';
import { withAttributes } from './attribute-lists.ts';
import { withoutDeletedLines } from './deleted-lines.ts';
import { withoutHighlightMarks } from './highlight-marks.ts';
import { type SourceLines, sourceLines } from './source-lines.ts';

/** All code blocks of a post in the order of the page, wherever they stand (lists, quotes). */
export function extractBlocks(post: { path: string; source: string }, tree: Root): Block[] {
  const lines = sourceLines(post.path, post.source);
  return codeNodes(tree).map((node, index) => blockOf(node, { id: `b${index + 1}`, lines }));
}

/** The code nodes of a tree in document order. */
function codeNodes(node: Nodes): Code[] {
  if (node.type === 'code') return [node];
  return 'children' in node ? node.children.flatMap((child) => codeNodes(child)) : [];
}

function blockOf(node: Code, options: { id: string; lines: SourceLines }): Block {
  const { lines } = options;
  const start = node.position!.start;
  const end = node.position!.end;
  const text = node.value.replace(/\r\n?/g, '\n');
  const opening = /^(`{3,}|~{3,})/.exec((lines.lines[start.line - 1] ?? '').slice(start.column - 1))?.[1];
  const fence: Fence = opening === undefined ? 'indented' : opening.startsWith('`') ? 'backticks' : 'tildes';
  const firstLine = start.line + (fence === 'indented' ? 0 : 1);
  const place = {
    path: lines.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
  const block = {
    id: options.id,
    place,
    fence,
    language: node.lang ?? null,
    meta: node.meta ?? '',
    text,
    lineStarts: text.split('\n').map((line, index) => lineStart(line, { line: firstLine + index, lines })),
  };
  return withoutDeletedLines(withoutHighlightMarks(withAttributes(block, lines.lines[end.line] ?? '')));
}

// A line of the text is the end of its line in the file; only tabs that Markdown widened break that.
function lineStart(text: string, at: { line: number; lines: SourceLines }): LineStart {
  const whole = at.lines.lines[at.line - 1] ?? '';
  const trimmed = text.trimStart();
  const column = whole.endsWith(text)
    ? whole.length - text.length
    : whole.endsWith(trimmed)
      ? Math.max(0, whole.length - trimmed.length - (text.length - trimmed.length))
      : 0;
  return { line: at.line, column: column + 1 };
}

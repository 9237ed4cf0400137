import type { Nodes, Root } from 'mdast';
import { readHeadingId } from '../../lib/heading-id.ts';
import { type TabMark, tabMarksIn } from '../../markdown/containers/tab-marks.ts';
import type { Block } from '../../model/block.ts';
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import { directiveBody } from '../directives/directive-comment.ts';
import { attributeLists } from './attribute-lists.ts';
import { extractBlocks } from './extract.ts';
import type { PageItem } from './page-item.ts';
import { sentencesOf } from './sentences.ts';
import { type SourceLines, sourceLines } from './source-lines.ts';
import { type MarkedItem, readTabs } from './tab-sets.ts';
import { unreadCode } from './unread-code.ts';

interface Reading {
  items: MarkedItem[];
  findings: Diagnostic[];
  blocks: Block[];
  paragraph: number;
  source: string;
  lines: SourceLines;
}

/** A post's prose and blocks in reading order, and what of it is not read though it looks like a block. */
export function readPage(
  post: { path: string; source: string },
  tree: Root,
): { items: PageItem[]; findings: Diagnostic[] } {
  const lines = sourceLines(post.path, post.source);
  const blocks = extractBlocks(post, tree);
  const reading: Reading = { items: [], findings: [], blocks, paragraph: 0, source: post.source, lines };
  readNode(tree, reading);
  const { items, findings } = readTabs(reading.items);
  return { items, findings: [...reading.findings, ...findings] };
}

function readNode(node: Nodes, reading: Reading): void {
  switch (node.type) {
    case 'heading':
      reading.items.push({ kind: 'heading', depth: node.depth, text: readHeadingId(plainText(node)).text });
      return;
    case 'paragraph':
      readParagraph(node, reading);
      return;
    case 'code':
      reading.items.push({ kind: 'block', block: reading.blocks.shift()! });
      return;
    case 'html':
      if (readDirective(node, reading)) return;
      findUnread(node, reading);
      for (const mark of marksIn(node, reading)) pushMark(mark, reading);
      return;
    case 'list':
      readList(node, reading);
      return;
    case 'table':
    case 'yaml':
      return;
    default:
      if ('children' in node) for (const child of node.children) readNode(child, reading);
  }
}

// The name of the tab that a line of the source opens in MkDocs' way.
function tabName(line: string): string | null {
  return /^[\s>]*===[!+]?\s+"([^"]+)"\s*$/.exec(line)?.[1] ?? null;
}

// The Markdown parser makes the items of a list of MkDocs' tabs.
function readList(node: Nodes & { type: 'list' }, reading: Reading): void {
  let isInTab = false;
  for (const item of node.children) {
    const { line } = item.position!.start;
    const name = tabName(reading.lines.lines[line - 1] ?? '');
    if (name === null && isInTab) reading.items.push({ kind: 'tab', name: null });
    isInTab = name !== null;
    if (name !== null) reading.items.push({ kind: 'tab', name });
    for (const child of item.children) {
      const isName = name !== null && child.type === 'paragraph' && child.position!.start.line === line;
      if (!isName) readNode(child, reading);
    }
  }
  if (isInTab) reading.items.push({ kind: 'tab', name: null });
}

// Marks of tabs may stand in a paragraph with text around them.
function readParagraph(node: Nodes & { type: 'paragraph' }, reading: Reading): void {
  if (readDirective(node, reading)) return;
  findUnread(node, reading);
  const { start, end } = offsetsOf(node);
  let from = start;
  const marks = marksIn(node, reading).map((mark) => ({ start: mark.start, end: mark.end, mark }));
  const silent = attributeLists(reading.source.slice(start, end)).map((list) => ({
    start: list.start + start,
    end: list.end + start,
    mark: null,
  }));
  for (const part of [...marks, ...silent].sort((a, b) => a.start - b.start)) {
    readSentences(node, { start: from, end: part.start }, reading);
    if (part.mark !== null) pushMark(part.mark, reading);
    from = part.end;
  }
  readSentences(node, { start: from, end }, reading);
  for (const child of node.children) if (child.type === 'html') readDirective(child, reading);
}

function readSentences(
  node: Nodes & { type: 'paragraph' },
  within: { start: number; end: number },
  reading: Reading,
): void {
  if (reading.source.slice(within.start, within.end).trim() === '') return;
  reading.paragraph++;
  const sentences = sentencesOf(node, { ...reading, within });
  reading.items.push(...sentences.map((sentence) => ({ kind: 'sentence' as const, sentence })));
}

// Offsets of the file; a mark in code is only spoken of, but the name of a tab may be code.
function marksIn(node: Nodes, { source }: Reading): TabMark[] {
  const { start, end } = offsetsOf(node);
  const text = [...codeIn(node)].reduce(
    (rest, code) =>
      rest.slice(0, code.start - start) +
      rest.slice(code.start - start, code.end - start).replace(/[`{}<>%:\n]/g, ' ') +
      rest.slice(code.end - start),
    source.slice(start, end),
  );
  return tabMarksIn(text).map(({ name, ...mark }) => ({
    ...mark,
    name: name.trim(),
    start: mark.start + start,
    end: mark.end + start,
  }));
}

function* codeIn(node: Nodes): Generator<{ start: number; end: number }> {
  if (node.type === 'inlineCode') yield offsetsOf(node);
  else if ('children' in node) for (const child of node.children) yield* codeIn(child);
}

function pushMark({ start, end, ...mark }: TabMark, reading: Reading): void {
  reading.items.push({ kind: 'mark', mark, place: reading.lines.placeBetween(start, end) });
}

function findUnread(node: Nodes, reading: Reading): void {
  const { start, end } = offsetsOf(node);
  for (const { at, message } of unreadCode(reading.source.slice(start, end), node.type === 'html')) {
    const place = reading.lines.placeBetween(start + at.start, start + at.end);
    const hint = 'Write it as a fenced block, with blank lines around it where it stands in HTML.';
    reading.findings.push(diagnostic('block-not-read', place, message, hint));
  }
}

// Whether it was one.
function readDirective(node: Nodes, reading: Reading): boolean {
  const { start, end } = offsetsOf(node);
  const body = directiveBody(reading.source.slice(start, end));
  if (body !== null)
    reading.items.push({ kind: 'directive', body, place: reading.lines.placeBetween(start, end) });
  return body !== null;
}

function offsetsOf(node: Nodes): { start: number; end: number } {
  return { start: node.position!.start.offset!, end: node.position!.end.offset! };
}

function plainText(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  return 'children' in node ? node.children.map((child) => plainText(child)).join('') : '';
}

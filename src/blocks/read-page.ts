import type { Html, Nodes, Root } from 'mdast';
import type { Block } from '../model/block.ts';
import type { Place } from '../model/place.ts';
import { directiveBody } from './directive-comment.ts';
import { extractBlocks } from './extract.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type SourceLines, sourceLines } from './source-lines.ts';

/** What a reader of the page comes across, one after the other. */
export type PageItem =
  | { kind: 'heading'; depth: number; text: string }
  | { kind: 'sentence'; sentence: Sentence }
  | { kind: 'block'; block: Block }
  /** An HTML comment `<!-- verify: … -->`; `body` is what follows the colon. */
  | { kind: 'directive'; body: string; place: Place }
  /** The reader chooses one of several tabs; null ends the set. */
  | { kind: 'tab'; name: string | null };

interface Reading {
  items: PageItem[];
  blocks: Block[];
  paragraph: number;
  source: string;
  lines: SourceLines;
}

/** A post's prose and blocks in reading order. */
export function readPage(post: { path: string; source: string }, tree: Root): PageItem[] {
  const lines = sourceLines(post.path, post.source);
  const blocks = extractBlocks(post, tree);
  const reading: Reading = { items: [], blocks, paragraph: 0, source: post.source, lines };
  readNode(tree, reading);
  return reading.items;
}

function readNode(node: Nodes, reading: Reading): void {
  switch (node.type) {
    case 'heading':
      reading.items.push({ kind: 'heading', depth: node.depth, text: plainText(node) });
      return;
    case 'paragraph':
      readParagraph(node, reading);
      return;
    case 'code':
      reading.items.push({ kind: 'block', block: reading.blocks.shift()! });
      return;
    case 'html':
      readHtml(node, reading);
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

function readParagraph(node: Nodes & { type: 'paragraph' }, reading: Reading): void {
  if (readDirective(node, reading)) return;
  const text = plainText(node);
  const marks = tabMarks(text);
  if (marks.length > 0) {
    for (const name of marks) reading.items.push({ kind: 'tab', name });
    return;
  }
  reading.paragraph++;
  const sentences = sentencesOf(node, reading);
  reading.items.push(...sentences.map((sentence) => ({ kind: 'sentence' as const, sentence })));
  for (const child of node.children) if (child.type === 'html') readDirective(child, reading);
}

// Hugo's way to write tabs.
function tabMarks(text: string): (string | null)[] {
  const marks: (string | null)[] = [];
  for (const match of text.matchAll(/\{\{[<%]\s*(\/?)(tabs?)\b([^>%]*)[>%]\}\}/g)) {
    const name = /(?:name|header|title)?=?"([^"]*)"/.exec(match[3]!)?.[1] ?? '';
    if (match[2] === 'tab' && match[1] === '') marks.push(name);
    else if (match[2] === 'tabs') marks.push(null);
  }
  return marks;
}

function readHtml(node: Html, reading: Reading): void {
  if (readDirective(node, reading)) return;
  for (const match of node.value.matchAll(/<(\/?)(TabItem|Tabs|tabs)\b([^>]*)>/g)) {
    const name = /(?:label|value)="([^"]*)"/.exec(match[3]!)?.[1] ?? '';
    if (match[2] === 'TabItem' && match[1] === '') reading.items.push({ kind: 'tab', name });
    else if (match[2] !== 'TabItem') reading.items.push({ kind: 'tab', name: null });
  }
}

// Whether it was one.
function readDirective(node: Nodes, reading: Reading): boolean {
  const start = node.position!.start.offset!;
  const end = node.position!.end.offset!;
  const body = directiveBody(reading.source.slice(start, end));
  if (body !== null)
    reading.items.push({ kind: 'directive', body, place: reading.lines.placeBetween(start, end) });
  return body !== null;
}

function plainText(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  return 'children' in node ? node.children.map((child) => plainText(child)).join('') : '';
}

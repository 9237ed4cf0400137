import { createHash } from 'node:crypto';
import type { Element, Properties, Root } from 'hast';
import type { Code } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';
import type { LinkTarget } from '../model/site.ts';
import type { Body } from './body.ts';
import { type BlockExtras, codeBlock } from './code-block.ts';
import { findDiagramMarkup } from './diagram.ts';

export interface RenderOptions {
  path: string;
  source: string;
  resolve(url: string, kind: 'link' | 'image'): LinkTarget;
  /** A link to a page or file of the site, from this page. */
  hrefOf(path: string, anchor: string | null): string;
  /** `hash`: SHA-256 (hex) of the block's text; `nth`: 0 for the first block with this text. */
  extrasOf(block: { hash: string; nth: number; code: Code }): BlockExtras;
}

export interface RenderedBody {
  tree: Root;
  /** Files that the page needs: address in the site to absolute path. */
  files: Map<string, string>;
  findings: Diagnostic[];
}

/** Finishes a body in place: links and images lead where they should, code blocks get their frames and colours. */
export async function renderBody(body: Body, options: RenderOptions): Promise<RenderedBody> {
  const files = new Map<string, string>();
  const findings: Diagnostic[] = [...body.findings];
  visit(body.tree, 'element', (element, index, parent) => {
    const url = element.tagName === 'a' ? element.properties['href'] : element.properties['src'];
    if (typeof url !== 'string' || isOwnLink(element, url, body)) return;
    const kind = element.tagName === 'a' ? 'link' : 'image';
    const target = options.resolve(url, kind);
    if (target.kind === 'broken') findings.push(finding(target, element, options.path));
    if (target.kind === 'file') files.set(target.path, target.file);
    const replacement = kind === 'link' ? link(element, target, options) : image(element, target, options);
    if (!parent || index === undefined) return;
    parent.children[index] = replacement;
    return kind === 'image' ? SKIP : undefined;
  });
  await renderCodes(body, options);
  findings.push(...body.codes.flatMap((code) => findDiagramMarkup(code, options)));
  return { tree: body.tree, files, findings };
}

// Footnotes and headings link within the page by ids that were made here.
function isOwnLink(element: Element, url: string, body: Body): boolean {
  const isFootnote = 'dataFootnoteRef' in element.properties || 'dataFootnoteBackref' in element.properties;
  return isFootnote || (url.startsWith('#') && body.ids.has(decodeURIComponentSafely(url.slice(1))));
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function finding(target: LinkTarget & { kind: 'broken' }, element: Element, path: string): Diagnostic {
  const start = element.position?.start ?? { line: 1, column: 1 };
  const end = element.position?.end ?? start;
  const place = { ...pointAt(path, start.line, start.column), endLine: end.line, endColumn: end.column };
  return diagnostic(target.code, place, target.message, target.hint);
}

function link(element: Element, target: LinkTarget, { hrefOf }: RenderOptions): Element {
  const href = target.kind === 'page' ? hrefOf(target.url, target.anchor) : addressOf(target, hrefOf);
  if (href !== null) return { ...element, properties: { ...element.properties, href } };
  const className = target.kind === 'planned' ? ['planned'] : ['broken'];
  const children = [...element.children];
  if (target.kind === 'planned') children.push({ type: 'text', value: ' (planned)' });
  return { type: 'element', tagName: 'span', properties: { className }, children };
}

function addressOf(target: LinkTarget, hrefOf: RenderOptions['hrefOf']): string | null {
  if (target.kind === 'external') return target.href;
  return target.kind === 'file' ? hrefOf(target.path, null) : null;
}

function image(element: Element, target: LinkTarget, { hrefOf }: RenderOptions): Element {
  const alt = String(element.properties['alt'] ?? '');
  // Nothing is loaded from another host, so an image there is a link.
  if (target.kind === 'external') return linkTo(target.href, alt);
  if (target.kind !== 'file')
    return {
      type: 'element',
      tagName: 'span',
      properties: { className: ['broken'] },
      children: [{ type: 'text', value: alt }],
    };
  const { width, height } = target;
  const size: Properties = width && height ? { width, height } : {};
  const properties = {
    src: hrefOf(target.path, null),
    alt,
    ...titleOf(element),
    ...size,
    loading: 'lazy',
    decoding: 'async',
  };
  return { type: 'element', tagName: 'img', properties, children: [] };
}

function linkTo(href: string, alt: string): Element {
  const value = alt === '' ? 'Image on another site' : `Image on another site: ${alt}`;
  return { type: 'element', tagName: 'a', properties: { href }, children: [{ type: 'text', value }] };
}

function titleOf({ properties }: Element): Properties {
  return typeof properties['title'] === 'string' ? { title: properties['title'] } : {};
}

async function renderCodes(body: Body, { extrasOf }: RenderOptions): Promise<void> {
  const seen = new Map<string, number>();
  const work: Promise<void>[] = [];
  visit(body.tree, 'element', (element, index, parent) => {
    const code = body.codes[Number(element.properties['dataBlock'])];
    if (!code || !parent || index === undefined) return;
    const hash = createHash('sha256').update(code.value).digest('hex');
    const nth = seen.get(hash) ?? 0;
    seen.set(hash, nth + 1);
    const made = codeBlock(code, extrasOf({ hash, nth, code }));
    work.push(made.then((figure) => void (parent.children[index] = figure)));
    return SKIP;
  });
  await Promise.all(work);
}

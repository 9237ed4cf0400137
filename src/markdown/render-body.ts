import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import type { Code } from 'mdast';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';
import type { LinkTarget } from '../model/site.ts';
import type { Body } from './body.ts';
import { type BlockExtras, codeBlock } from './code-block.ts';
import { findDiagramMarkup } from './diagram.ts';
import { setImage } from './images.ts';
import { walkElements } from './walk.ts';

/** A post's text, and what its page needs to know of the site around it. */
export interface RenderOptions {
  path: string;
  source: string;
  resolve(url: string, kind: 'link' | 'image'): LinkTarget;
  /** A link to a page or file of the site, from this page. */
  hrefOf(path: string, anchor: string | null): string;
  /** `hash`: SHA-256 (hex) of the block's text; `nth`: 0 for the first block with this text. */
  extrasOf(block: { hash: string; nth: number; code: Code }): BlockExtras;
}

/** A post's text as HTML, and what was seen on the way. */
export interface RenderedBody {
  tree: Root;
  /** Files that the page needs: address in the site to absolute path. */
  files: Map<string, string>;
  /** Where links and images lead (relative to the page, or full), by what the author wrote; null: to no page yet. */
  addresses: Map<string, string | null>;
  findings: Diagnostic[];
}

/** Finishes a body in place: links and images lead where they should, code blocks get their frames and colours. */
export async function renderBody(body: Body, options: RenderOptions): Promise<RenderedBody> {
  const files = new Map<string, string>();
  const addresses = new Map<string, string | null>();
  const findings: Diagnostic[] = [...body.findings];
  const keep = (target: LinkTarget): LinkTarget => {
    if (target.kind === 'file') files.set(target.path, target.file);
    return target;
  };
  const follow = (element: Element, url: string, kind: 'link' | 'image'): LinkTarget => {
    const target = options.resolve(url, kind);
    if (target.kind === 'broken') findings.push(finding(target, element, options.path));
    return keep(target);
  };
  const inLinks = imagesInLinks(body.tree);
  walkElements(body.tree, (element) => {
    const { href, src } = element.properties;
    if (element.tagName === 'a' && typeof href === 'string' && !isOwnLink(element, href, body)) {
      setLink(element, follow(element, href, 'link'), options);
      addresses.set(href, addressIn(element));
    }
    if (element.tagName !== 'img' || typeof src !== 'string') return;
    setImage(element, {
      follow: (url) => follow(element, url, 'image'),
      // Another form of an image need not be there.
      look: (url) => keep(options.resolve(url, 'image')),
      hrefOf: (file) => options.hrefOf(file, null),
      isInLink: inLinks.has(element),
    });
    addresses.set(src, addressIn(shownImage(element)) ?? src);
    return 'skip';
  });
  await renderCodes(body, options);
  findings.push(...body.codes.flatMap((code) => findDiagramMarkup(code, options)));
  return { tree: body.tree, files, addresses, findings };
}

// An image that comes in several forms stands in the element that holds them.
function shownImage(element: Element): Element {
  let found = element;
  walkElements(element, (inner) => {
    if (inner.tagName === 'img' && found === element) found = inner;
  });
  return found;
}

function addressIn({ properties }: Element): string | null {
  const address = properties.href ?? properties.src;
  return typeof address === 'string' ? address : null;
}

function imagesInLinks(tree: Root): Set<Element> {
  const images = new Set<Element>();
  walkElements(tree, (link) => {
    if (link.tagName !== 'a') return;
    walkElements(link, (inner) => {
      if (inner.tagName === 'img') images.add(inner);
    });
  });
  return images;
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

function setLink(element: Element, target: LinkTarget, { hrefOf }: RenderOptions): void {
  const href = target.kind === 'page' ? hrefOf(target.url, target.anchor) : addressOf(target, hrefOf);
  if (href !== null) {
    element.properties.href = href;
    return;
  }
  element.tagName = 'span';
  element.properties = { className: [target.kind === 'planned' ? 'planned' : 'broken'] };
  if (target.kind === 'planned') element.children.push({ type: 'text', value: ' (planned)' });
}

function addressOf(target: LinkTarget, hrefOf: RenderOptions['hrefOf']): string | null {
  if (target.kind === 'external') return target.href;
  return target.kind === 'file' ? hrefOf(target.path, null) : null;
}

async function renderCodes(body: Body, { extrasOf }: RenderOptions): Promise<void> {
  const seen = new Map<string, number>();
  const work: Promise<void>[] = [];
  walkElements(body.tree, (element, index, siblings) => {
    const code = body.codes[Number(element.properties.dataBlock)];
    if (!code) return;
    const hash = createHash('sha256').update(code.value).digest('hex');
    const nth = seen.get(hash) ?? 0;
    seen.set(hash, nth + 1);
    const made = codeBlock(code, extrasOf({ hash, nth, code }));
    work.push(
      made.then((figure) => {
        siblings[index] = figure;
      }),
    );
    return 'skip';
  });
  await Promise.all(work);
}

import type { Code, RootContent } from 'mdast';
import { boxNode, type Tab, tabsNode } from './container-nodes.ts';
import type { ContainerMark, Piece } from './split-marks.ts';

type Frame =
  | { kind: 'box'; name: string; title: string; source: string; children: RootContent[] }
  /** `before`: what stands in the set before its first tab. */
  | { kind: 'tabs'; byBlock: boolean; before: RootContent[]; tabs: Tab[]; isTabOpen: boolean };

/** Makes containers of the marks among nodes. Whatever does not fit together stays on the page as it is written. */
export function assemble(pieces: readonly Piece[]): RootContent[] {
  const made: RootContent[] = [];
  const open: Frame[] = [];
  const add = (node: RootContent): void => {
    const frame = open.at(-1);
    if (frame === undefined) made.push(node);
    else addTo(frame, node);
  };
  const close = (): void => {
    const frame = open.pop();
    for (const node of frame === undefined ? [] : nodesOf(frame)) add(node);
  };
  const isOpen = (kind: Frame['kind']): boolean => open.some((frame) => frame.kind === kind);
  for (const [index, piece] of pieces.entries()) {
    if ('node' in piece) {
      const frame = open.at(-1);
      const ends =
        frame?.kind === 'tabs' && piece.node.type === 'heading' && !isEnded(pieces.slice(index), frame);
      if (ends) close();
      add(piece.node);
      continue;
    }
    const { mark } = piece;
    const top = open.at(-1);
    switch (mark.does) {
      case 'open-box':
        open.push({ kind: 'box', name: mark.name, title: mark.title, source: mark.source, children: [] });
        break;
      case 'end-box':
        if (top?.kind === 'box' || (top?.kind === 'tabs' && top.byBlock)) close();
        else add(written(mark));
        break;
      case 'open-set':
        open.push({ kind: 'tabs', byBlock: mark.byBlock, before: [], tabs: [], isTabOpen: false });
        break;
      case 'open-tab':
        if (top?.kind !== 'tabs')
          open.push({ kind: 'tabs', byBlock: false, before: [], tabs: [], isTabOpen: false });
        openTab(open.at(-1) as Frame & { kind: 'tabs' }, mark.name);
        break;
      case 'end-tab':
        if (top?.kind === 'tabs') top.isTabOpen = false;
        break;
      case 'end-set':
        if (top?.kind === 'tabs') close();
        else if (!isOpen('tabs')) add(written(mark));
        break;
      default:
        mark satisfies never;
    }
  }
  while (open.length > 0) {
    const frame = open.pop() as Frame;
    // A box that is never ended would take the rest of the page.
    const nodes = frame.kind === 'box' ? [written(frame), ...frame.children] : nodesOf(frame);
    for (const node of nodes) add(node);
  }
  return made;
}

function addTo(frame: Frame, node: RootContent): void {
  if (frame.kind === 'box') {
    frame.children.push(node);
    return;
  }
  if (frame.byBlock && node.type === 'code') openTab(frame, labelOf(node));
  const tab = frame.tabs.at(-1);
  (tab === undefined ? frame.before : tab.children).push(node);
}

function openTab(frame: Frame & { kind: 'tabs' }, name: string): void {
  frame.tabs.push({ name: name.trim(), children: [] });
  frame.isTabOpen = true;
}

// VitePress: the name of a block's tab stands in brackets behind its tag.
function labelOf({ lang, meta }: Code): string {
  return /\[([^\]]+)\]/.exec(`${lang ?? ''} ${meta ?? ''}`)?.[1] ?? (meta?.trim() || (lang ?? ''));
}

function nodesOf(frame: Frame): RootContent[] {
  if (frame.kind === 'box') return [boxNode(frame.name, frame.title, frame.children)];
  return [...frame.before, ...(frame.tabs.length > 0 ? [tabsNode(frame.tabs)] : [])];
}

// Whether the set is ended before another begins; if not, the next heading ends it.
function isEnded(rest: readonly Piece[], { byBlock }: { byBlock: boolean }): boolean {
  const next = rest.find(
    (piece) =>
      'mark' in piece && ['open-set', 'end-set', ...(byBlock ? ['end-box'] : [])].includes(piece.mark.does),
  );
  return next !== undefined && 'mark' in next && next.mark.does !== 'open-set';
}

function written({ source }: Pick<ContainerMark, 'source'>): RootContent {
  return { type: 'paragraph', children: [{ type: 'text', value: source.trim() }] };
}

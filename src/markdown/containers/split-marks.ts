import type { PhrasingContent, RootContent } from 'mdast';
import { type BoxMark, boxMarksIn } from './box-marks.ts';
import { type TabMark, tabMarksIn } from './tab-marks.ts';

/** What stands between two nodes and makes a container of what follows; `source`: as it is written. */
export type ContainerMark = (BoxMark | Omit<TabMark, 'start' | 'end'>) & { source: string };

/** A node of the page, or a mark. */
export type Piece = { node: RootContent } | { mark: ContainerMark };

/** The marks in a node that is nothing but marks and text, and the text between them; the node itself where it has none. */
export function splitMarks(node: RootContent): Piece[] {
  if (node.type === 'html') return piecesOf(node.value, (value) => ({ ...node, value }));
  if (node.type !== 'paragraph') return [{ node }];
  const pieces: Piece[] = [];
  let inline: PhrasingContent[] = [];
  const flush = (): void => {
    if (inline.some((child) => child.type !== 'text' || child.value.trim() !== ''))
      pieces.push({ node: { ...node, children: inline } });
    inline = [];
  };
  for (const child of node.children) {
    for (const part of partsOf(child)) {
      if ('mark' in part) {
        flush();
        pieces.push(part);
      } else inline.push(part.child);
    }
  }
  flush();
  return pieces.some((piece) => 'mark' in piece) ? pieces : [{ node }];
}

type Part = { child: PhrasingContent } | { mark: ContainerMark };

function partsOf(child: PhrasingContent): Part[] {
  if (child.type !== 'text' && child.type !== 'html') return [{ child }];
  return cutAtMarks(child.value).map((part) =>
    typeof part === 'string' ? { child: { ...child, value: part } } : { mark: part },
  );
}

function piecesOf(value: string, made: (value: string) => RootContent): Piece[] {
  return cutAtMarks(value)
    .filter((part) => typeof part !== 'string' || part.trim() !== '')
    .map((part) => (typeof part === 'string' ? { node: made(part) } : { mark: part }));
}

function cutAtMarks(value: string): (string | ContainerMark)[] {
  const marks = marksIn(value);
  if (marks.length === 0) return [value];
  const parts: (string | ContainerMark)[] = [];
  let at = 0;
  for (const { start, end, mark } of marks) {
    if (start < at) continue;
    parts.push(value.slice(at, start), mark);
    at = end;
  }
  return [...parts, value.slice(at)].filter((part) => part !== '');
}

function marksIn(value: string): { start: number; end: number; mark: ContainerMark }[] {
  const boxes = boxMarksIn(value).map(({ mark, start, end }) => ({
    start,
    end,
    mark: { ...mark, source: value.slice(start, end) },
  }));
  const tabs = tabMarksIn(value)
    // The end of VitePress' tabs is the end of any of its boxes.
    .filter(({ does, start, end }) => does !== 'end-set' || !/^\s*:{3,}\s*$/.test(value.slice(start, end)))
    .map(({ start, end, ...mark }) => ({ start, end, mark: { ...mark, source: value.slice(start, end) } }));
  return [...boxes, ...tabs].sort((one, two) => one.start - two.start);
}

import type { Element, ElementContent } from 'hast';

/** A stretch of code that gets an element of its own. UTF-16 offsets into the code's text. */
export interface Annotation {
  start: number;
  end: number;
  /** Makes the element from what stands there. */
  wrap(content: ElementContent[]): Element;
}

/** Coloured code with elements around stretches of it, which must be in order; one that overlaps is left out. */
export function annotate(
  nodes: readonly ElementContent[],
  annotations: readonly Annotation[],
): ElementContent[] {
  if (annotations.length === 0) return [...nodes];
  const length = lengthOf(nodes);
  const result: ElementContent[] = [];
  let at = 0;
  for (const { start, end, wrap } of annotations) {
    if (start < at) continue;
    result.push(...cutNodes(nodes, at, start), wrap(cutNodes(nodes, start, end)));
    at = end;
  }
  return [...result, ...cutNodes(nodes, at, length)];
}

/** What of coloured code stands between two offsets; elements that reach beyond are divided. */
export function cutNodes(nodes: readonly ElementContent[], from: number, to: number): ElementContent[] {
  const kept: ElementContent[] = [];
  let at = 0;
  for (const node of nodes) {
    const length = lengthOf([node]);
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, length)];
    at += length;
    if (start >= end) continue;
    if (node.type === 'text') kept.push({ type: 'text', value: node.value.slice(start, end) });
    if (node.type === 'element') kept.push({ ...node, children: cutNodes(node.children, start, end) });
  }
  return kept;
}

function lengthOf(nodes: readonly ElementContent[]): number {
  return nodes.reduce((sum, node) => {
    if (node.type === 'text') return sum + node.value.length;
    return node.type === 'element' ? sum + lengthOf(node.children) : sum;
  }, 0);
}

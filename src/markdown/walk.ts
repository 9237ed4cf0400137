import type { Element, ElementContent, Nodes as HastNodes, Root } from 'hast';
import type { Nodes } from 'mdast';

/** Called with each element before its children, and with the list that holds it; `skip` leaves its children out. */
export type Walker = (
  element: Element,
  index: number,
  siblings: (ElementContent | Root['children'][number])[],
) => 'skip' | undefined;

/** Goes through the elements of a tree in the order of the page. Many times faster than a general visitor. */
export function walkElements(tree: Root | Element, walker: Walker): void {
  const siblings = tree.children;
  for (let index = 0; index < siblings.length; index += 1) {
    const node = siblings[index];
    if (node?.type === 'element' && walker(node, index, siblings) !== 'skip') walkElements(node, walker);
  }
}

/** Whether any node of a Markdown tree passes the test. */
export function someNode(tree: Nodes, test: (node: Nodes) => boolean): boolean {
  return test(tree) || ('children' in tree && tree.children.some((child) => someNode(child, test)));
}

const deepest = 500;

/** Whether a tree can be gone through level by level without an end of the stack in sight. */
export function isShallow(tree: Root): boolean {
  let level: (Root | Element)[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false;
    level = level.flatMap((node) => elementsIn(node));
  }
  return true;
}

function elementsIn({ children }: { children: readonly HastNodes[] }): Element[] {
  return children.filter((child) => child.type === 'element');
}

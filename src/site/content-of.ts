import type { ElementContent, Root } from 'hast';

/** The children of a fragment as children of an element. */
export function contentOf(tree: Root): ElementContent[] {
  return tree.children.filter((node) => node.type !== 'doctype');
}

import type { Nodes } from 'hast';

/**
 * Takes from the nodes of a page's tree where they stood in the text, but from links and images, whose findings name it. What
 * is kept of a post from run to run would consist of places for the most part.
 */
export function forgetPlaces(node: Nodes): void {
  // A node from which it was deleted would be slow to work with.
  if (!leadsSomewhere(node)) node.position = undefined;
  if ('children' in node) node.children.forEach(forgetPlaces);
}

function leadsSomewhere(node: Nodes): boolean {
  return node.type === 'element' && ('href' in node.properties || 'src' in node.properties);
}

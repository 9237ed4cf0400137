import type { List, Root, RootContent } from 'mdast';
import { assemble } from './assemble.ts';
import { indentedContainers } from './indented-items.ts';
import { type Piece, splitMarks } from './split-marks.ts';

/**
 * The tree of a page with tabs and boxes in the place of the marks that site generators have for them. The tree that is
 * given stays as it is. `source`: the text it was parsed from, whose lines tell MkDocs' containers from lists.
 */
export function arrangeContainers(tree: Root, source: string): Root {
  if (!/:::|<\$>\[|\{\{|\{%|<\/?(?:tab|code-?group)|^[ >]*(?:===|!!!|\?\?\?)/im.test(source)) return tree;
  return { ...tree, children: arranged(tree.children, source.split('\n')) };
}

function arranged(children: readonly RootContent[], lines: readonly string[]): RootContent[] {
  const pieces = children.flatMap((node): Piece[] => {
    if (node.type === 'list') return listPieces(node, lines);
    if (node.type === 'blockquote' || node.type === 'footnoteDefinition')
      return [{ node: { ...node, children: arranged(node.children, lines) } as RootContent }];
    return splitMarks(node);
  });
  return assemble(pieces);
}

function listPieces(list: List, lines: readonly string[]): Piece[] {
  const items = list.children.map((item) => ({
    ...item,
    children: arranged(item.children, lines) as typeof item.children,
  }));
  return indentedContainers({ ...list, children: items }, lines).map((node) => ({ node }));
}

import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

/** Puts each table into a box that scrolls inside itself and takes the keyboard, and its alignment into classes. */
export function wrapTables(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'table' || !parent || index === undefined) return;
    alignByClass(element);
    const label = { role: 'group', tabIndex: 0, ariaLabel: 'Table' };
    parent.children[index] = h('div.table', label, [element]) as Element;
    return SKIP;
  });
}

function alignByClass(table: Element): void {
  visit(table, 'element', (cell) => {
    const align = cell.properties['align'];
    delete cell.properties['align'];
    if (align === 'right' || align === 'center') cell.properties['className'] = [align];
  });
}

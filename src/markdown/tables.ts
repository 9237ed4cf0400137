import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { walkElements } from './walk.ts';

/** Puts each table into a box that scrolls inside itself and takes the keyboard, and its alignment into classes. */
export function wrapTables(tree: Root): void {
  walkElements(tree, (element, index, siblings) => {
    if (element.tagName !== 'table') return;
    alignByClass(element);
    const label = { role: 'group', tabIndex: 0, ariaLabel: 'Table' };
    siblings[index] = h('div.table', label, [element]) as Element;
    return 'skip';
  });
}

function alignByClass(table: Element): void {
  walkElements(table, (cell) => {
    const align = cell.properties.align;
    delete cell.properties.align;
    if (align === 'right' || align === 'center') cell.properties.className = [align];
  });
}

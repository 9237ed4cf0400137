import type { List, ListItem, RootContent } from 'mdast';
import { boxNode, type Tab, tabsNode } from './container-nodes.ts';

const tabLine = /^[\s>]*===[!+]?\s+"([^"]+)"\s*$/;
const boxLine = /^[\s>]*(!{3}|\?{3}\+?)\s+([\w-]+)(?:\s+[\w-]+)*(?:\s+"([^"]*)")?\s*$/;

/** A list, in which the parser has put MkDocs' tabs and admonitions as items, as what its source says that it is. */
export function indentedContainers(list: List, lines: readonly string[]): RootContent[] {
  const nodes: RootContent[] = [];
  let tabs: Tab[] = [];
  let items: ListItem[] = [];
  const flush = (): void => {
    if (tabs.length > 0) nodes.push(tabsNode(tabs));
    if (items.length > 0) nodes.push({ ...list, children: items });
    [tabs, items] = [[], []];
  };
  for (const item of list.children) {
    const line = lines[(item.position?.start.line ?? 0) - 1] ?? '';
    const tab = tabLine.exec(line);
    const box = boxLine.exec(line);
    if ((tab && items.length > 0) || (!tab && tabs.length > 0) || box) flush();
    if (tab) tabs.push({ name: tab[1]!, children: contentOf(item) });
    else if (box) nodes.push(boxOf(box, contentOf(item)));
    else items.push(item);
  }
  flush();
  return nodes;
}

function boxOf([, mark = '', name = '', title]: RegExpExecArray, children: RootContent[]): RootContent {
  const shown = title || name;
  return mark.startsWith('?')
    ? boxNode('details', capital(shown), children)
    : boxNode(name, title ?? '', children);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// The first line of the item is its title.
function contentOf(item: ListItem): RootContent[] {
  const [first, ...rest] = item.children;
  const line = item.position?.start.line;
  if (first?.type !== 'paragraph' || first.position?.start.line !== line) return item.children;
  const isTitle = first.position?.end.line === line;
  if (isTitle) return rest;
  const [head, ...others] = first.children;
  if (head?.type !== 'text') return item.children;
  const value = head.value.replace(/^[^\n]*\n/, '');
  return [{ ...first, children: [{ ...head, value }, ...others] }, ...rest];
}

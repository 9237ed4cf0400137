import type { Element, Root, Text } from 'hast';
import { h } from 'hastscript';
import { boxKinds, titleOf } from './containers/container-nodes.ts';
import { walkElements } from './walk.ts';

/** Turns quotes that begin with `[!NOTE]` and the like into alerts, as GitHub does; Obsidian's may have a title. */
export function markAlerts(tree: Root): void {
  walkElements(tree, (element) => {
    if (element.tagName !== 'blockquote') return;
    const paragraph = element.children.find((child) => child.type === 'element');
    const text = paragraph?.tagName === 'p' ? paragraph.children[0] : undefined;
    const match = text?.type === 'text' ? /^\[!(\w+)\][+-]?[ \t]*([^\n]*)(?:\n|$)/.exec(text.value) : null;
    const name = match?.[1]?.toLowerCase() ?? '';
    const kind = Object.hasOwn(boxKinds, name) ? boxKinds[name] : undefined;
    if (kind === undefined || !match || !paragraph || text?.type !== 'text') return;
    makeAlert(element, { paragraph, text, match, kind, title: match[2]?.trim() || titleOf(name) });
  });
}

function makeAlert(
  element: Element,
  found: { paragraph: Element; text: Text; match: RegExpExecArray; kind: string; title: string },
): void {
  const { paragraph, text, match, kind, title } = found;
  text.value = text.value.slice(match[0].length);
  const isEmpty = text.value === '' && paragraph.children.length === 1;
  if (isEmpty) element.children = element.children.filter((child) => child !== paragraph);
  element.tagName = 'div';
  element.properties = { className: ['alert', `alert-${kind}`] };
  element.children.unshift(h('p.alert-title', title));
}

import type { Element, Root, Text } from 'hast';
import { h } from 'hastscript';
import { walkElements } from './walk.ts';

const titles: Record<string, string> = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
};

/** Turns quotes that begin with `[!NOTE]` and the like into alerts, as GitHub does. */
export function markAlerts(tree: Root): void {
  walkElements(tree, (element) => {
    if (element.tagName !== 'blockquote') return;
    const paragraph = element.children.find((child) => child.type === 'element');
    const text = paragraph?.tagName === 'p' ? paragraph.children[0] : undefined;
    const match = text?.type === 'text' ? /^\[!(\w+)\][ \t]*(\n|$)/.exec(text.value) : null;
    const title = titles[match?.[1]?.toLowerCase() ?? ''];
    if (title && match && paragraph && text?.type === 'text')
      makeAlert(element, { paragraph, text, match, title });
  });
}

function makeAlert(
  element: Element,
  found: { paragraph: Element; text: Text; match: RegExpExecArray; title: string },
): void {
  const { paragraph, text, match, title } = found;
  text.value = text.value.slice(match[0].length);
  const isEmpty = text.value === '' && paragraph.children.length === 1;
  if (isEmpty) element.children = element.children.filter((child) => child !== paragraph);
  element.tagName = 'div';
  element.properties = { className: ['alert', `alert-${title.toLowerCase()}`] };
  element.children.unshift(h('p.alert-title', title));
}

import type { Element, Nodes, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';

/** What stands under one heading of a page, as plain text. */
export interface Passage {
  /** Of the heading; empty before the first one. */
  id: string;
  title: string;
  text: string;
}

const inline = new Set(
  'a abbr b bdi code del em i ins kbd mark q s samp small span strong sub sup u var'.split(' '),
);
const addedElements = new Set(['template', 'button', 'math']);
const addedClasses = ['proof', 'sr-only'];

/** The text of a post's body, cut at its headings. What the page adds to it (proofs, captions, buttons) is left out. */
export function passagesOf(body: Root): Passage[] {
  const passages: Passage[] = [{ id: '', title: '', text: '' }];
  collect(body, passages);
  return passages
    .map(({ id, title, text }) => ({ id, title, text: text.replace(/\s+/g, ' ').trim() }))
    .filter(({ id, text }) => id !== '' || text !== '');
}

function collect(node: Nodes, passages: Passage[]): void {
  if (node.type === 'text') (passages.at(-1) as Passage).text += node.value;
  if (node.type !== 'element' && node.type !== 'root') return;
  if (node.type === 'element' && isAdded(node)) return;
  if (node.type === 'element' && /^h[1-6]$/.test(node.tagName) && node.properties.id) {
    passages.push({ id: String(node.properties.id), title: textOf(node).trim(), text: '' });
    return;
  }
  for (const child of node.children) if (!isCaption(child, node)) collect(child, passages);
  if (node.type === 'element' && !inline.has(node.tagName)) (passages.at(-1) as Passage).text += ' ';
}

function isAdded({ tagName, properties }: Element): boolean {
  const names = Array.isArray(properties.className) ? properties.className : [];
  return addedElements.has(tagName) || addedClasses.some((name) => names.includes(name));
}

// "Terminal" or a language over a code block; the name of a file stands in `code`.
function isCaption(child: Nodes, parent: Nodes): boolean {
  if (parent.type !== 'element' || parent.tagName !== 'figure' || child.type !== 'element') return false;
  const isCode = Array.isArray(parent.properties.className) && parent.properties.className.includes('code');
  return isCode && child.tagName === 'figcaption' && child.children.every(({ type }) => type === 'text');
}

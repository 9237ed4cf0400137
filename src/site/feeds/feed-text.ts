import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { fullAddress } from '../href.ts';

const stringifier = unified().use(rehypeStringify).freeze();
const kept = ['href', 'src', 'alt', 'title', 'width', 'height', 'colSpan', 'rowSpan', 'start', 'dateTime'];
const leftOut = new Set(['template', 'button', 'script', 'style', 'select', 'form', 'dialog']);
const addresses = ['href', 'src'];

/**
 * A post's text for readers of feeds: without proofs and without what only works on the page, links as full addresses.
 * `address`: of the page, in full.
 */
export function feedText(body: Root, address: string): string {
  const children = body.children.flatMap((node) => (node.type === 'doctype' ? [] : feedNode(node, address)));
  return stringifier.stringify({ type: 'root', children });
}

function feedNode(node: ElementContent, address: string): ElementContent[] {
  if (node.type === 'comment') return [];
  if (node.type !== 'element') return [node];
  if (node.tagName === 'input') return [{ type: 'text', value: node.properties.checked ? '☑' : '☐' }];
  if (leftOut.has(node.tagName) || isProof(node)) return [];
  const children = node.children.flatMap((child) => feedNode(child, address));
  // Colours of code are classes, which no reader of feeds knows.
  if (node.tagName === 'span') return children;
  return [{ type: 'element', tagName: node.tagName, properties: feedProperties(node, address), children }];
}

function isProof({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('proof');
}

function feedProperties({ tagName, properties }: Element, address: string): Element['properties'] {
  const isMath = tagName.startsWith('m') && tagName !== 'mark' && tagName !== 'menu';
  const names = Object.keys(properties).filter((name) => kept.includes(name) || isMath);
  return Object.fromEntries(
    names.map((name) => {
      const value = properties[name];
      const isAddress = addresses.includes(name) && typeof value === 'string';
      return [name, isAddress ? fullAddress(value, address) : value];
    }),
  );
}

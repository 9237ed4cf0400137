import type { ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Body } from '../markdown/body.ts';

const wordsPerMinute = 238;
const secondsPerBlock = 5;

/** Minutes to read a text: its words, and a moment for each code block. At least one. */
export function minutesToRead({ tree, codes }: Pick<Body, 'tree' | 'codes'>): number {
  const prose = tree.children.filter((node): node is ElementContent => !isCode(node));
  const words = prose.reduce((sum, node) => sum + countWords(textOf(node)), 0);
  return Math.max(1, Math.round(words / wordsPerMinute + (codes.length * secondsPerBlock) / 60));
}

function isCode(node: Body['tree']['children'][number]): boolean {
  const isFrame = node.type === 'element' && ['pre', 'figure'].includes(node.tagName);
  return isFrame || node.type === 'doctype';
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

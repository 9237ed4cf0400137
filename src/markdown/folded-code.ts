import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { cutNodes } from './annotate.ts';

// Shorter lines never scroll, even on a narrow screen, so their block need not be a stop for the keyboard.
const scrollingColumns = 30;
// An output of at most this many lines is shown whole, of longer ones this many lines.
const longLines = 24;
const shownLines = 12;

/** Whether a text has lines that don't fit into a narrow screen. */
export function scrolls(text: string): boolean {
  return text.split('\n').some((line) => line.length > scrollingColumns);
}

/** Code as a block that takes the keyboard where it may scroll. */
export function plainPre(content: ElementContent[], text: string): Element {
  return h('pre', scrolls(text) ? { tabIndex: 0 } : {}, h('code', content));
}

/** The same; of a long text only the beginning is open. The rest says how many lines it has. */
export function foldedPre(content: ElementContent[], text: string): Element[] {
  const lines = text.split('\n');
  if (lines.length <= longLines) return [plainPre(content, text)];
  const head = lines.slice(0, shownLines).join('\n');
  const rest = text.slice(head.length + 1);
  return [
    plainPre(cutNodes(content, 0, head.length), head),
    h('details.fold', [
      h('summary', `${lines.length - shownLines} more lines`),
      plainPre(cutNodes(content, head.length + 1, text.length), rest),
    ]),
  ];
}

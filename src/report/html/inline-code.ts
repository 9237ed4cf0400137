import type { Element } from 'hast';
import { h } from 'hastscript';

/** A message as a page shows it: what stands between backticks is code. */
export function inlineCode(message: string): (string | Element)[] {
  return message
    .split(/(`[^`\n]+`)/)
    .filter((part) => part !== '')
    .map((part) => (/^`[^`]+`$/.test(part) ? h('code', part.slice(1, -1)) : part));
}

import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { visible } from '../../lib/visible.ts';

const looks: Record<string, string> = {
  1: 'bold',
  2: 'dim',
  3: 'italic',
  4: 'underline',
  7: 'inverse',
  9: 'strike',
};

/**
 * A terminal's text with SGR sequences of the kind that reports have (`\u001b[0m`, `\u001b[0;1;31m`) as text and spans
 * with classes. Everything else that could steer a terminal becomes visible.
 */
export function sgrToHtml(text: string): ElementContent[] {
  const parts = text.split(/\u001b\[([\d;]*)m/);
  return parts.flatMap((part, index): ElementContent[] => {
    if (index % 2 === 1 || part === '') return [];
    const classes = classesOf(index === 0 ? '' : (parts[index - 1] ?? ''));
    const value = visible(part);
    return [classes.length === 0 ? { type: 'text', value } : h('span', { className: classes }, value)];
  });
}

function classesOf(codes: string): string[] {
  return codes.split(';').flatMap((code) => looks[code] ?? colorClass(Number(code)) ?? []);
}

function colorClass(code: number): string | null {
  if (code >= 30 && code <= 37) return `fg${code - 30}`;
  if (code >= 90 && code <= 97) return `fg${code - 90 + 8}`;
  if (code >= 40 && code <= 47) return `bg${code - 40}`;
  return code >= 100 && code <= 107 ? `bg${code - 100 + 8}` : null;
}

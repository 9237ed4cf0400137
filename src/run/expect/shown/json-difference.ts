import { shorten } from './comparison.ts';
import type { JsonNode } from './loose-json.ts';

/** What is shown, and in what the printed JSON differs from it. */
export interface Difference {
  shown: string;
  message: string;
}

/** Whether a node stands for nothing: null, an empty object or list. */
export function isEmpty(node: JsonNode): boolean {
  return isNothing(node) && node.kind !== 'string' && (node.kind !== 'plain' || node.text === 'null');
}

/** Whether a node says no more than that a setting is off or unset. */
export function isNothing(node: JsonNode): boolean {
  return (
    (node.kind === 'plain' && /^(?:null|false|0)$/.test(node.text)) ||
    (node.kind === 'string' && node.text === '') ||
    (node.kind === 'object' && node.entries.length === 0 && !node.open) ||
    (node.kind === 'array' && node.items.length === 0 && !node.open)
  );
}

/** The difference of two nodes under a key; the key may be empty. */
export function differs(shown: JsonNode, actual: JsonNode, key: string): Difference {
  const [one, other] = [brief(shown), brief(actual)];
  const where = key === '' ? '' : `"${key}": `;
  return { shown: `${where}${one}`, message: `the post shows “${where}${one}”, but it was ${other}` };
}

/** A node in few words. */
export function brief(node: JsonNode): string {
  switch (node.kind) {
    case 'anything':
      return '…';
    case 'plain':
      return node.text;
    case 'string':
      return shorten(JSON.stringify(node.text));
    case 'object':
      return node.entries.length === 0 ? '{}' : `{ "${node.entries[0]!.key}": … }`;
    case 'array':
      return node.items.length === 0
        ? '[]'
        : shorten(`[${node.items.slice(0, 3).map(brief).join(', ')}${node.items.length > 3 ? ', …' : ''}]`);
  }
}

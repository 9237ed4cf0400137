import type { Circumstances } from '../../../values/circumstances.ts';
import type { Comparison } from './comparison.ts';
import { JsonHolder } from './hold-json.ts';
import { type JsonNode, readLooseJson } from './loose-json.ts';

/**
 * Compares two texts as JSON: the keys and values shown must be there, their order and layout don't matter. Null when
 * one of the two is no JSON.
 */
export function compareJson(shown: string, actual: string, circumstances: Circumstances): Comparison | null {
  const expected = readLooseJson(shown);
  if (expected === null) return null;
  const printed = readLooseJson(actual) ?? readLooseJson(actual.slice(Math.max(0, actual.search(/^[[{]/m))));
  if (printed === null) return null;
  // An excerpt may be of something further inside; what differs is told of the first that could be meant.
  let first: Comparison | null = null;
  for (const candidate of [printed, ...innerNodes(printed)]) {
    if (candidate.kind !== expected.kind) continue;
    const comparison = tryToHold(expected, candidate, circumstances);
    if (comparison.held) return comparison;
    first ??= comparison;
  }
  return first ?? tryToHold(expected, printed, circumstances);
}

function tryToHold(expected: JsonNode, printed: JsonNode, circumstances: Circumstances): Comparison {
  const holder = new JsonHolder(circumstances);
  const difference = holder.hold(expected, printed, '');
  if (difference === null) return { held: true, notes: [...new Set(holder.notes)] };
  return { held: false, expected: difference.shown, message: difference.message };
}

function* innerNodes(node: JsonNode): Generator<JsonNode> {
  const children =
    node.kind === 'object' ? node.entries.map(({ value }) => value) : node.kind === 'array' ? node.items : [];
  for (const child of children) {
    if (child.kind === 'object' || child.kind === 'array') yield child;
    yield* innerNodes(child);
  }
}

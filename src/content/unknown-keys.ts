import { isMap, isNode, isScalar, isSeq, type Node } from 'yaml';
import * as z from 'zod';
import { editDistance, nearest } from '../lib/nearest.ts';

/** A key that nobody knows. */
export interface UnknownKey {
  /** Where it stands, and as it is written. */
  node: Node;
  written: string;
  /** The keys that could stand in its place. */
  known: string[];
}

/** Keys inside of a value (mappings, and mappings in lists) that its schema does not know. */
export function unknownKeysIn(value: Node, schema: z.ZodType): UnknownKey[] {
  if (schema instanceof z.ZodOptional) return unknownKeysIn(value, schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray && isSeq(value)) {
    const items = value.items.filter(isNode);
    return items.flatMap((item) => unknownKeysIn(item, schema.element as z.ZodType));
  }
  if (!(schema instanceof z.ZodObject) || !isMap(value)) return [];
  const shape = schema.shape as Record<string, z.ZodType>;
  return value.items.flatMap((pair) => {
    const written = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
    const inner = shape[written];
    if (inner === undefined) return [{ node: pair.key as Node, written, known: Object.keys(shape) }];
    return isNode(pair.value) ? unknownKeysIn(pair.value, inner) : [];
  });
}

// A shorter key differs by one letter from too many others.
const shortestSlip = 5;

/** The known key that was meant, if any; `isSlip` where one typing mistake is all that lies between. */
export function meantKey(
  written: string,
  known: readonly string[],
): { near: string | null; isSlip: boolean } {
  const near = nearest(written, known);
  const isLong = near !== null && near.length >= shortestSlip;
  return { near, isSlip: isLong && editDistance(written.toLowerCase(), near.toLowerCase()) <= 1 };
}

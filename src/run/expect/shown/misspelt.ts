import { editDistance } from '../../../lib/nearest.ts';

// Short words may well be two.
const shortest = 4;

/** Whether two texts differ by one letter, or by two neighbours that have changed places: a slip of the pen. */
export function isMisspelt(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.replace(/\d/g, '0')) as [string, string];
  return a.length >= shortest && a.length === b.length && editDistance(a, b) === 1;
}

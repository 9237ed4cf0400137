/**
 * JSON (two blanks of indentation, line feed at the end) whose keys always come in the same order: those in `order`
 * first, in that order, then the others by name. So two equal values give equal bytes. Characters that would steer a
 * terminal or turn the reading direction round are escaped, so that the file can be looked at.
 */
export function stableJson(value: unknown, order: readonly string[] = []): string {
  const rank = new Map(order.map((key, index) => [key, index]));
  const compare = (a: string, b: string): number => {
    const difference = (rank.get(a) ?? order.length) - (rank.get(b) ?? order.length);
    return difference !== 0 ? difference : a < b ? -1 : 1;
  };
  const text = JSON.stringify(
    value,
    (_key, part: unknown) => (isRecord(part) ? sorted(part, compare) : part),
    2,
  );
  return `${text.replace(unseen, escaped)}\n`;
}

// JSON escapes C0 controls by itself; these may stand in its strings as they are, and can stand nowhere else.
const unseen = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>, compare: (a: string, b: string) => number): object {
  // Without a prototype, a key such as `__proto__` is a key like any other.
  const result: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(record).sort(compare)) result[key] = record[key];
  return result;
}

/**
 * JSON (two blanks of indentation, line feed at the end) whose keys always come in the same order: those in `order`
 * first, in that order, then the others by name. So two equal values give equal bytes.
 */
export function stableJson(value: unknown, order: readonly string[] = []): string {
  const rank = new Map(order.map((key, index) => [key, index]));
  const compare = (a: string, b: string): number => {
    const difference = (rank.get(a) ?? order.length) - (rank.get(b) ?? order.length);
    return difference !== 0 ? difference : a < b ? -1 : 1;
  };
  return `${JSON.stringify(value, (_key, part: unknown) => (isRecord(part) ? sorted(part, compare) : part), 2)}\n`;
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

/** `count` of the items by chance, in their own order; the same ones for the same seed. */
export function sample<T>(items: readonly T[], count: number, seed: number): T[] {
  const next = random(seed);
  const order = items.map((_, index) => ({ index, weight: next() }));
  const chosen = order.sort((one, other) => one.weight - other.weight).slice(0, count);
  return chosen
    .map(({ index }) => index)
    .sort((one, other) => one - other)
    .map((index) => items[index]!);
}

// Mulberry32 (public domain, Tommy Ettinger): a sequence between 0 and 1 that is the same everywhere.
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

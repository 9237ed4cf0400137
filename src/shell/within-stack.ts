/**
 * The result of `work`, or of `otherwise` when it runs out of stack: the Bash parser calls itself for each level of
 * nesting and has no limit of its own that is low enough.
 */
export function withinStack<T>(work: () => T, otherwise: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return otherwise();
    throw error;
  }
}

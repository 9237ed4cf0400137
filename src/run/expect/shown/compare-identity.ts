import { type Comparison, lineMissing } from './comparison.ts';

// What `id` prints of a user: `uid=1000(node) gid=1000(node) groups=1000(node),10(wheel)`.
const field = String.raw`(\d+)(?:\(([\w.-]*)\))?`;
const identity = new RegExp(String.raw`^\s*uid=${field} gid=${field}(?: |$)`);

/**
 * Holds the user and the group that `id` tells. Their names count where both lines have them, further groups don't:
 * each release of a system has others. Null when the page shows something else.
 */
export function compareIdentity(shown: readonly string[], actual: readonly string[]): Comparison | null {
  const expected = identity.exec(shown[0]!);
  if (expected === null || shown.length > 1) return null;
  const isSame = actual.some((line) => {
    const printed = identity.exec(line);
    return printed !== null && [1, 2, 3, 4].every((at) => isSameField(expected[at], printed[at]));
  });
  return isSame ? { held: true, notes: [] } : lineMissing(shown[0]!, actual[0] ?? null);
}

function isSameField(shown: string | undefined, actual: string | undefined): boolean {
  return shown === undefined || actual === undefined || shown === actual;
}

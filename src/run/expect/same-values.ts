import type { TypedText } from './typed-text.ts';

/**
 * What the shown values of one expectation stood for so far. A value that appears twice on the page must be the
 * same both times in the output, whatever it is.
 */
export type Bindings = Map<string, string>;

/** Types whose every value may differ from time to time even where the page shows the same one twice. */
const loose = new Set(['age', 'duration', 'percentage', 'size', 'anything', 'time', 'date', 'address']);

/**
 * Holds one actual line against one shown line. Gives the bindings with what this line adds, or null when it
 * doesn't match.
 */
export function matchTyped(typed: TypedText, actual: string, before: Bindings): Bindings | null {
  const match = typed.pattern.exec(actual);
  if (match === null) return null;
  const after = new Map(before);
  for (const [index, slot] of typed.slots.entries()) {
    const value = match[index + 1] ?? '';
    if (loose.has(slot.type)) continue;
    const known = after.get(slot.shown);
    if (known !== undefined && known !== value && !isAbbreviation(known, value)) return null;
    after.set(slot.shown, value);
  }
  return after;
}

/** Sentences about versions that the page and the output give differently; no failure, but worth knowing. */
export function versionNotes(typed: TypedText, actual: string): string[] {
  const match = typed.pattern.exec(actual);
  if (match === null) return [];
  return typed.slots.flatMap((slot, index) => {
    const value = match[index + 1] ?? '';
    return slot.type === 'version' && value.split('+')[0] !== slot.shown.split('+')[0]
      ? [`the post says ${slot.shown}, this was ${value}`]
      : [];
  });
}

// The same id is printed in full by one command and with twelve characters by the next.
function isAbbreviation(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

import type { Diagnostic } from '../model/diagnostic.ts';

/**
 * The findings that a terminal should show after a change: every error, and what else was not found before. A finding
 * that has only moved to another line is not new.
 */
export function findingsToTell(found: readonly Diagnostic[], before: readonly Diagnostic[]): Diagnostic[] {
  const known = new Map<string, number>();
  for (const finding of before) known.set(keyOf(finding), (known.get(keyOf(finding)) ?? 0) + 1);
  return found.filter((finding) => {
    const left = known.get(keyOf(finding)) ?? 0;
    known.set(keyOf(finding), left - 1);
    return finding.severity === 'error' || left <= 0;
  });
}

function keyOf({ code, place, message }: Diagnostic): string {
  return `${code}\0${place.path}\0${message}`;
}

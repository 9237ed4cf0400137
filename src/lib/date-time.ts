/**
 * Milliseconds since 1970 of a date or date and time as front matter has it (`2026-11-24`, `2026-11-24 18:30 +0100`).
 * Without a zone it is UTC, so that no computer reads it as another moment. NaN for what is no date.
 */
export function timeOfDate(date: string): number {
  const iso = date
    .replace(' ', 'T')
    .replaceAll(' ', '')
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  const hasZone = iso.length > 10 && /(Z|[+-]\d\d:\d\d)$/.test(iso);
  return Date.parse(iso.length > 10 && !hasZone ? `${iso}Z` : iso);
}

/** The same as ISO 8601 in UTC, to the second: `2026-11-24T17:30:00Z`. */
export function isoTime(date: string): string {
  return `${new Date(timeOfDate(date)).toISOString().slice(0, 19)}Z`;
}

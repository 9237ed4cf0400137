/** A date of the calendar as YYYY-MM-DD; null for other text. */
export function readDate(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  // The 31st of a shorter month would roll over into the next one.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

/** Milliseconds of `90s`, `3m` …; null for other text and for no time at all. */
export function readDuration(text: string | null): number | null {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text ?? '');
  if (match === null) return null;
  const unit = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[match[2] as 'ms' | 's' | 'm' | 'h'];
  const ms = Number(match[1]) * unit;
  return ms > 0 ? ms : null;
}

/** An exit status of a program, 0 to 255; null for other text. */
export function readStatus(text: string | null): number | null {
  return /^\d{1,3}$/.test(text ?? '') && Number(text) <= 255 ? Number(text) : null;
}

/** The path of a file in or below the folder that the reader is in, or in the home folder (`~/`); null for other text. */
export function readFile(text: string | null): string | null {
  if (text === null || text === '' || text.startsWith('/') || text.endsWith('/')) return null;
  return text.split('/').includes('..') ? null : text;
}

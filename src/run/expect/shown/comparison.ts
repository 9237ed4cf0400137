/** What came of holding a shown output against the printed one. */
export type Comparison =
  | { held: true; notes: string[] }
  /** `expected` is the first shown line that wasn't there, `message` a sentence without its full stop. */
  | { held: false; expected: string; message: string };

/** A shown line that was not printed, with what most likely came in its place. */
export function lineMissing(shown: string, came: string | null): Comparison {
  const line = shorten(shown);
  const message =
    came === null ? `the post shows “${line}”, but nothing was printed` : missingLine(line, shorten(came));
  return { held: false, expected: shown.trim(), message };
}

function missingLine(line: string, came: string): string {
  const what = `the post shows “${line}”, which was not printed`;
  return came === '' ? what : `${what}; there was “${came}”`;
}

/** A line short enough for a message. */
export function shorten(line: string): string {
  const text = line.slice(0, 2_000).replace(/\s+/g, ' ').trim();
  return text.length <= 160 ? text : `${text.slice(0, 159)}…`;
}

/** `3 more lines` */
export function counted(count: number, what: string): string {
  return `${count} more ${what}${count === 1 ? '' : 's'}`;
}

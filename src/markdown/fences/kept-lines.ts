import type { InfoString } from './info-string.ts';

/** Which lines of a diff are new and which are gone; its headings are neither. */
export function diffLines(text: string): Pick<InfoString, 'inserted' | 'deleted'> {
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1 }));
  const numbersOf = (sign: string): Set<number> =>
    new Set(
      lines.filter(({ line }) => line.startsWith(sign) && !isDiffHeading(line)).map(({ number }) => number),
    );
  return { inserted: numbersOf('+'), deleted: numbersOf('-') };
}

/** The text that is left of a block when what it marks as gone has gone. */
export function keptText(
  text: string,
  { language, deleted }: Pick<InfoString, 'language' | 'deleted'>,
): string {
  return language === 'diff' ? afterDiff(text) : withoutLines(text, deleted);
}

/** A text without some of its lines, by number. */
export function withoutLines(text: string, lines: ReadonlySet<number>): string {
  if (lines.size === 0) return text;
  return text
    .split('\n')
    .filter((_, index) => !lines.has(index + 1))
    .join('\n');
}

/** The parts of a diff, each with what it finds in a file and what it leaves there, line by line. */
export function diffParts(text: string): { before: string[]; after: string[] }[] {
  const all = text.split('\n');
  const stays = stayingLine(all.filter((line) => !isDiffHeading(line) && !/^[+-]/.test(line)));
  const parts = [{ before: [] as string[], after: [] as string[] }];
  for (const line of all) {
    if (line.startsWith('@@')) parts.push({ before: [], after: [] });
    if (isDiffHeading(line)) continue;
    const { before, after } = parts.at(-1)!;
    if (!line.startsWith('+')) before.push(line.startsWith('-') ? line.slice(1) : stays(line));
    if (!line.startsWith('-')) after.push(line.startsWith('+') ? line.slice(1) : stays(line));
  }
  return parts.filter(({ before, after }) => before.length + after.length > 0);
}

/** What a diff leaves of the lines that it shows: without those that are gone, without signs and headings. */
export function afterDiff(text: string): string {
  return diffParts(text)
    .flatMap(({ after }) => after)
    .join('\n');
}

// A blank stands before the lines that stay, but some authors put signs before the others and leave these as they are.
function stayingLine(lines: readonly string[]): (line: string) => string {
  const isMarked = lines.every((line) => line === '' || line.startsWith(' '));
  return (line) => (isMarked ? line.replace(/^ /, '') : line);
}

function isDiffHeading(line: string): boolean {
  return /^(?:\+\+\+ |--- |@@ |diff --git |index [\da-f]+\.\.|\\ No newline)/.test(line);
}

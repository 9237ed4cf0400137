import type { ExcerptLine, ShownError } from '../lib/dev-news.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

const around = 2;
const most = 12;

/** Errors as the page shows them, in the order of their places. `sourceOf` gives the text of a file, null when it can't be read. */
export function shownErrors(
  findings: readonly Diagnostic[],
  sourceOf: (path: string) => string | null,
): ShownError[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .sort(byPlace)
    .map((finding) => {
      const { path, line, column } = finding.place;
      return {
        where: `${path}:${line}:${column}`,
        code: finding.code,
        message: finding.message,
        hint: finding.hint,
        excerpt: excerptOf(finding, sourceOf(path)),
      };
    });
}

function byPlace({ place: one }: Diagnostic, { place: other }: Diagnostic): number {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}

function excerptOf({ place }: Diagnostic, source: string | null): ExcerptLine[] {
  if (source === null || source === '') return [];
  const lines = source.split(/\r\n|\r|\n/);
  const end = Math.max(place.line, place.endColumn === 1 ? place.endLine - 1 : place.endLine);
  const first = Math.max(1, place.line - around);
  const last = Math.min(lines.length, end + around, first + most - 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const number = first + index;
    const text = lines[number - 1] ?? '';
    return {
      number,
      text,
      marked: number < place.line || number > end ? null : markedPart(number, text, place),
    };
  });
}

function markedPart(number: number, text: string, place: Diagnostic['place']): [number, number] {
  const from = number === place.line ? place.column - 1 : 0;
  const to = number === place.endLine ? place.endColumn - 1 : text.length;
  // A point marks the character that it stands before.
  return [Math.min(from, text.length), Math.max(Math.min(to, text.length), Math.min(from + 1, text.length))];
}

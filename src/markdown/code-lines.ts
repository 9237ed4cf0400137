import { h } from 'hastscript';
import type { Annotation } from './annotate.ts';
import type { InfoString } from './fences/info-string.ts';

type Lines = Pick<InfoString, 'marked' | 'inserted' | 'deleted' | 'firstNumber'>;

/** An element around each line, its line feed included, where some lines are marked or all are numbered; else none. */
export function lineMarks(text: string, info: Lines): Annotation[] {
  const { marked, inserted, deleted, firstNumber } = info;
  if (marked.size + inserted.size + deleted.size === 0 && firstNumber === null) return [];
  let at = 0;
  return text.split('\n').map((line, index) => {
    const start = at;
    at = Math.min(start + line.length + 1, text.length);
    const tag = tagOf(index + 1, info);
    const number = firstNumber === null ? {} : { dataLine: String(firstNumber + index) };
    return { start, end: at, wrap: (content) => h(`${tag}.line`, number, content) };
  });
}

function tagOf(line: number, { marked, inserted, deleted }: Lines): string {
  if (inserted.has(line)) return 'ins';
  if (deleted.has(line)) return 'del';
  return marked.has(line) ? 'mark' : 'span';
}

/** Which lines of a diff are new and which are gone; its headings are neither. */
export function diffLines(text: string): Pick<Lines, 'inserted' | 'deleted'> {
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1 }));
  const numbersOf = (sign: string): Set<number> =>
    new Set(
      lines.filter(({ line }) => line.startsWith(sign) && !isHeading(line)).map(({ number }) => number),
    );
  return { inserted: numbersOf('+'), deleted: numbersOf('-') };
}

/** What a diff makes of a file: without the lines that go, without signs. */
export function afterDiff(text: string): string {
  return text
    .split('\n')
    .filter((line) => !isHeading(line) && !line.startsWith('-'))
    .map((line) => line.replace(/^[+ ]/, ''))
    .join('\n');
}

function isHeading(line: string): boolean {
  return /^(?:\+\+\+ |--- |@@ |diff --git |index [\da-f]+\.\.|\\ No newline)/.test(line);
}

/** A text without some of its lines, by number. */
export function withoutLines(text: string, lines: ReadonlySet<number>): string {
  if (lines.size === 0) return text;
  return text
    .split('\n')
    .filter((_, index) => !lines.has(index + 1))
    .join('\n');
}

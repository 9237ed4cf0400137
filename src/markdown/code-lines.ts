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

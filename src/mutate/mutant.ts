import type { Change } from './change.ts';
import type { OperatorName } from './operators.ts';

/** A change with all that is needed to tell a person about it. */
export interface Mutant extends Change {
  operator: OperatorName;
  /** Where the change begins, counting from 1. */
  line: number;
  column: number;
  before: string;
  /** The last heading before it; empty when there is none. */
  heading: string;
}

/** The post's text with the mutation in it. */
export function mutate(source: string, { start, end, after }: Change): string {
  return source.slice(0, start) + after + source.slice(end);
}

const longestShown = 90;

/** Text of a mutation on one line: line breaks as `⏎`, nothing as `(nothing)`, the middle of a long one as `…`. */
export function shown(text: string): string {
  const line = text
    .trim()
    .replace(/\s*\n\s*/g, ' ⏎ ')
    .replace(/\s+/g, ' ');
  if (line === '') return text === '' ? '(nothing)' : '(blank)';
  if (line.length <= longestShown) return line;
  return `${line.slice(0, longestShown / 2)} … ${line.slice(-longestShown / 2 + 3)}`;
}

/** What identifies a mutation in spite of edits elsewhere: never its line. */
export function mutantKey(mutant: Pick<Mutant, 'heading' | 'operator' | 'before' | 'after'>): string {
  return [mutant.heading, mutant.operator, shown(mutant.before), shown(mutant.after)].join('\t');
}

import { linesBetween, type PlannedPost } from './planned-post.ts';

/** A line of output that the page shows for a command: its text from where the output begins, and its offset. */
export interface ShownLine {
  text: string;
  start: number;
  block: string;
}

/** All lines of shown output on a page, in order. */
export function shownLines(post: PlannedPost): ShownLine[] {
  return post.commands.flatMap(({ command, block }) =>
    command.expectations.flatMap((expectation) => {
      if (expectation.kind !== 'output') return [];
      const { source, text } = expectation;
      const lines = new Set(
        text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      );
      const numbers = Array.from(
        { length: source.endLine - source.line + 1 },
        (_, index) => source.line + index,
      );
      return numbers.flatMap((number) => {
        const { start, end } = linesBetween(post, number, number);
        const whole = post.source.slice(start, end);
        const found = [...lines]
          .filter((line) => whole.trimEnd().endsWith(line))
          .sort((a, b) => b.length - a.length)[0];
        return found === undefined
          ? []
          : [{ text: found, start: start + whole.lastIndexOf(found), block: block.id }];
      });
    }),
  );
}

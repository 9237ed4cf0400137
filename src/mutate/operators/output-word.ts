import type { Change } from '../change.ts';
import { mainWord, misspell } from '../misspell.ts';
import type { PlannedPost } from '../planned-post.ts';
import { shownLines } from '../shown-lines.ts';

/** Each word of the output that a page shows misspelt; what holds digits is a number, an id or a version. */
export function outputWord(post: PlannedPost): Change[] {
  return shownLines(post).flatMap(({ text, start, block }) =>
    [...text.matchAll(/\S+/g)].flatMap((token) => {
      const word = /\d/.test(token[0]) ? null : mainWord(token[0]);
      if (word === null || word.end - word.start < 3) return [];
      const from = start + token.index + word.start;
      return [
        {
          start: from,
          end: from + word.end - word.start,
          after: misspell(token[0].slice(word.start, word.end)),
          about: [block],
        },
      ];
    }),
  );
}

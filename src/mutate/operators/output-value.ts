import type { Change } from '../change.ts';
import { misspell } from '../misspell.ts';
import { type PlannedPost, textBefore } from '../planned-post.ts';
import { shownLines } from '../shown-lines.ts';

// Sizes, percentages, durations, dates, times, versions and addresses: all that holds digits and is no mere number.
const value =
  /(?<![\w.-])\d(?:[.:-]?\w)*(?:%| (?:[kKMGT]i?B|bytes|(?:milli)?seconds?|minutes?|hours?|days?|weeks?|months?|years?)(?!\w))?/g;

/**
 * Each value of the output that a page shows and has said itself before, its first number one higher. Where the page
 * has not said it, it is another one for every reader.
 */
export function outputValue(post: PlannedPost): Change[] {
  return shownLines(post).flatMap(({ text, start, block }) => {
    const said = textBefore(post, start);
    return [...text.matchAll(value)]
      .filter(([shown]) => !/^\d+$/.test(shown) && isIn(shown, said))
      .map((match) => {
        const [digits] = /^\d+/.exec(match[0])!;
        const from = start + match.index;
        return { start: from, end: from + digits.length, after: misspell(digits), about: [block] };
      });
  });
}

function isIn(text: string, said: string): boolean {
  for (let at = said.indexOf(text); at !== -1; at = said.indexOf(text, at + 1))
    if (
      !/[\w.]$/.test(said.slice(0, at)) &&
      !/^(?:\w|\.\w)/.test(said.slice(at + text.length, at + text.length + 2))
    )
      return true;
  return false;
}

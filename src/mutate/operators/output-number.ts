import type { Change } from '../change.ts';
import { misspell } from '../misspell.ts';
import type { PlannedPost } from '../planned-post.ts';
import { shownLines } from '../shown-lines.ts';

const number = /(?<=^|\s|\(|:|->)\d{1,6}(?=$|\s|\)|->|\/(?:tcp|udp))/g;
// Ages, sizes, durations and times differ for every reader.
const differs =
  /^\)?\s*(?:(?:milli|micro)?seconds?|minutes?|hours?|days?|weeks?|months?|years?|[kKMGT]?i?B|bytes|ms|s|%)(?![A-Za-z])/;

/** Each number of the output that a page shows one higher: exit statuses, ports, counts. */
export function outputNumber(post: PlannedPost): Change[] {
  return shownLines(post).flatMap(({ text, start, block }) =>
    [...text.matchAll(number)]
      .filter((match) => {
        const after = text.slice(match.index + match[0].length);
        return (
          !differs.test(after) && !/\d:$/.test(text.slice(0, match.index).replace(/(?:\d+\.){3}\d+:$/, ''))
        );
      })
      .map((match) => ({
        start: start + match.index,
        end: start + match.index + match[0].length,
        after: misspell(match[0]),
        about: [block],
      })),
  );
}

import type { Range } from './walk-script.ts';

/** A comment from its `#` to the end of its line; `text` is what follows the `#`, trimmed. */
export interface ShellComment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether only blanks stand before it on its line. */
  readonly ownLine: boolean;
}

/**
 * The comments of shell text: each `#` at the beginning of a word that no word or here-document covers. `masked` is the
 * text as the parser saw it, with the same offsets.
 */
export function findComments(masked: string, text: string, covered: readonly Range[]): ShellComment[] {
  const ranges = [...covered].sort((a, b) => a.start - b.start);
  const comments: ShellComment[] = [];
  let next = 0;
  let position = masked.indexOf('#');
  while (position !== -1) {
    while (next < ranges.length && ranges[next]!.end <= position) next++;
    const inside = next < ranges.length && ranges[next]!.start <= position;
    let end = position + 1;
    if (!inside && /^$|[\s;&|()]/.test(masked[position - 1] ?? '')) {
      const comment = commentAt(text, position);
      comments.push(comment);
      end = comment.end;
    } else if (inside) {
      end = Math.max(end, ranges[next]!.end);
    }
    position = masked.indexOf('#', end);
  }
  return comments;
}

function commentAt(text: string, start: number): ShellComment {
  const newline = text.indexOf('\n', start);
  const end = newline === -1 ? text.length : newline;
  const before = text.slice(text.lastIndexOf('\n', start) + 1, start);
  return { start, end, text: text.slice(start + 1, end).trim(), ownLine: before.trim() === '' };
}

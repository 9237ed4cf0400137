import type { Block } from '../../model/block.ts';
import type { Place } from '../../model/place.ts';

/** Turns UTF-16 offsets of a file into places, lines and columns counting from 1. */
export interface SourceLines {
  path: string;
  /** The lines without their line endings. */
  lines: string[];
  placeBetween(start: number, end: number): Place;
}

/** Knows where the lines of `source` begin (LF, CRLF and CR end a line). */
export function sourceLines(path: string, source: string): SourceLines {
  const starts = [0, ...[...source.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length)];
  const lines = source.split(/\r\n?|\n/);
  const pointOf = (offset: number) => {
    const index = indexBefore(starts, offset);
    return { line: index + 1, column: offset - starts[index]! + 1 };
  };
  return {
    path,
    lines,
    placeBetween(start, end) {
      const from = pointOf(start);
      const to = pointOf(end);
      return { path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    },
  };
}

/** The place in the post's file of a stretch of a block's text, given in UTF-16 offsets of that text. */
export function placeInBlock(block: Block, start: number, end: number): Place {
  const from = pointInBlock(block, start);
  const to = pointInBlock(block, end);
  return {
    path: block.place.path,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}

function pointInBlock(block: Block, offset: number): { line: number; column: number } {
  const starts = lineOffsets(block);
  const index = indexBefore(starts, offset);
  const start = block.lineStarts[index] ?? { line: block.place.endLine, column: 1 };
  return { line: start.line, column: start.column + offset - starts[index]! };
}

const offsetsOf = new WeakMap<Block, number[]>();

// Asked for with every command of a block, so they are counted once.
function lineOffsets(block: Block): number[] {
  const known = offsetsOf.get(block);
  if (known !== undefined) return known;
  const starts = [0, ...[...block.text.matchAll(/\n/g)].map((match) => match.index + 1)];
  offsetsOf.set(block, starts);
  return starts;
}

// The last entry that is not behind the offset.
function indexBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

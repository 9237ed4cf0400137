import type { Place } from '../model/place.ts';
import type { Plan, PlannedBlock, PlannedCommand } from '../model/plan.ts';
import type { ShellWord } from '../shell/parse-shell.ts';
import { wordsOf } from '../shell/words-of.ts';
import type { Change } from './change.ts';

/** A post's text with its plan: what the operators read. */
export interface PlannedPost {
  source: string;
  plan: Plan;
  /** Offset of each line's first letter; one more entry for the end of the text. */
  lineStarts: number[];
  commands: TypedCommand[];
}

/** A command that is typed, with where each of its letters stands in the file. */
export interface TypedCommand {
  block: PlannedBlock;
  command: PlannedCommand;
  /** The words of each simple command in it, offsets into its source. */
  words: (readonly ShellWord[])[];
  /** Changes `[start, end)` of the command's source. None when the file does not have exactly that text there. */
  change(start: number, end: number, after: string): Change[];
}

/** Kinds of blocks whose commands are typed. */
type TypedBlock = Extract<PlannedBlock, { kind: 'commands' | 'transcript' | 'inside' | 'catalogue' }>;

/** Whether a block's commands are typed. */
export function isTyped(block: PlannedBlock): block is TypedBlock {
  return ['commands', 'transcript', 'inside', 'catalogue'].includes(block.kind);
}

/** Makes the text and plan of a post ready for the operators. */
export function plannedPost(source: string, plan: Plan): PlannedPost {
  const breaks = [...source.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length);
  const post: PlannedPost = { source, plan, lineStarts: [0, ...breaks, source.length], commands: [] };
  for (const block of plan.blocks)
    if (isTyped(block))
      for (const command of block.commands) post.commands.push(typedCommand(post, block, command));
  return post;
}

/** Offset in the file of a line and column counting from 1. */
export function offsetAt({ lineStarts }: PlannedPost, line: number, column = 1): number {
  return (lineStarts[line - 1] ?? lineStarts.at(-1)!) + column - 1;
}

/** The text of a place and the offset at which it begins. */
export function textAt(post: PlannedPost, place: Place): { text: string; start: number } {
  const start = offsetAt(post, place.line, place.column);
  return { text: post.source.slice(start, offsetAt(post, place.endLine, place.endColumn)), start };
}

/** Whole lines, from the first letter of one to the first letter behind the other. */
export function linesBetween(
  post: PlannedPost,
  line: number,
  endLine: number,
): { start: number; end: number } {
  return { start: offsetAt(post, line), end: offsetAt(post, endLine + 1) };
}

/** What the page types and writes before an offset, a line each. */
export function textBefore(post: PlannedPost, offset: number): string {
  const isBefore = ({ line, column }: Place): boolean => offsetAt(post, line, column) < offset;
  const files = post.plan.blocks.flatMap((block) =>
    block.kind === 'file' && isBefore(block.place) ? [block.file.content] : [],
  );
  const typed = post.commands.flatMap(({ command }) => (isBefore(command.place) ? [command.source] : []));
  return [...files, ...typed].join('\n');
}

function typedCommand(post: PlannedPost, block: PlannedBlock, command: PlannedCommand): TypedCommand {
  const offsets = offsetsOf(post, command);
  return {
    block,
    command,
    words: wordsOf(command.source),
    change(start, end, after) {
      const from = offsets(start);
      const to = offsets(end);
      if (from === null || to === null) return [];
      if (post.source.slice(from, to) !== command.source.slice(start, end)) return [];
      return [{ start: from, end: to, after, about: [block.id] }];
    },
  };
}

// Inside lists and quotes the lines of one command begin at different columns.
function offsetsOf(post: PlannedPost, { source, place }: PlannedCommand): (offset: number) => number | null {
  const starts: { at: number; file: number | null }[] = [];
  let at = 0;
  for (const [index, line] of source.split('\n').entries()) {
    starts.push({
      at,
      file: index === 0 ? offsetAt(post, place.line, place.column) : lineIn(post, place.line + index, line),
    });
    at += line.length + 1;
  }
  return (offset) => {
    const found = starts.findLast((start) => start.at <= offset);
    return found === undefined || found.file === null ? null : found.file + offset - found.at;
  };
}

function lineIn(post: PlannedPost, line: number, text: string): number | null {
  const { start, end } = linesBetween(post, line, line);
  const at = post.source.slice(start, end).lastIndexOf(text);
  return at === -1 ? null : start + at;
}

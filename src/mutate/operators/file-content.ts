import type { Change } from '../change.ts';
import { mainWord, misspell } from '../misspell.ts';
import { linesBetween, type PlannedPost, type TypedCommand } from '../planned-post.ts';

/** A word of each line that is written to a file misspelt: in a block that is one, and in what a command writes. */
export function fileContent(post: PlannedPost): Change[] {
  const inBlocks = post.plan.blocks.flatMap((block) => {
    if (block.kind !== 'file') return [];
    const lines = Array.from(
      { length: block.place.endLine - block.place.line - 1 },
      (_, index) => block.place.line + 1 + index,
    );
    return lines.flatMap((line) => inLine(post, line, block.id));
  });
  return [...inBlocks, ...post.commands.flatMap(inCommand)];
}

function inLine(post: PlannedPost, line: number, block: string): Change[] {
  const { start, end } = linesBetween(post, line, line);
  const text = post.source.slice(start, end);
  const word = /^\s*(?:#|\/\/|--|"""|$)/.test(text) ? null : mainWord(text);
  if (word === null) return [];
  const after = misspell(text.slice(word.start, word.end));
  return [{ start: start + word.start, end: start + word.end, after, about: [block] }];
}

// The text of `echo … > file`, and the lines of a here-document.
function inCommand(command: TypedCommand): Change[] {
  const { source } = command.command;
  if (!/(?<![0-9&=-])>{1,2}(?![&>])|\btee\b|<</.test(source)) return [];
  const quoted = [...source.matchAll(/(["'])((?:(?!\1).)+)\1/gs)].map((match) => ({
    text: match[2]!,
    at: match.index + 1,
  }));
  const here = /<<-?\s*["']?(\w+)["']?[^\n]*\n([\s\S]*?)\n\s*\1\b/.exec(source);
  const body = here === null ? [] : linesOf(here[2]!, here.index + here[0].indexOf('\n') + 1);
  return (here === null ? quoted : body).flatMap(({ text, at }) => {
    const word = mainWord(text);
    if (word === null) return [];
    return command.change(at + word.start, at + word.end, misspell(text.slice(word.start, word.end)));
  });
}

function linesOf(text: string, from: number): { text: string; at: number }[] {
  let at = from;
  return text.split('\n').map((line) => {
    const found = { text: line, at };
    at += line.length + 1;
    return found;
  });
}

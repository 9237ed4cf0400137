import { dockerCall } from '../../shell/docker-call.ts';
import type { ShellWord } from '../../shell/parse-shell.ts';
import type { Change } from '../change.ts';
import { mainWord, misspell } from '../misspell.ts';
import type { PlannedPost, TypedCommand } from '../planned-post.ts';

// Names and ports have operators of their own.
const others = new Set(['--name', '--network', '--net', '--network-alias', '-p', '--publish']);

/** The value of each flag changed: a number by one, a word by two letters swapped. */
export function valueChanged(post: PlannedPost): Change[] {
  return post.commands.flatMap((command) => command.words.flatMap((words) => inCall(command, words)));
}

function inCall(command: TypedCommand, words: readonly ShellWord[]): Change[] {
  const flags = dockerCall(words)?.flags ?? [];
  return flags.flatMap(({ name, value, valueWord }) => {
    if (value === null || valueWord === null || others.has(name)) return [];
    const raw = command.command.source.slice(valueWord.start, valueWord.end);
    const at = raw.lastIndexOf(value);
    // Of `KEY=value` and `data:/path` the first part is a name.
    const from = value.search(/[=:]/) + 1;
    const word = mainWord(value.slice(from));
    if (at === -1 || word === null) return [];
    const start = valueWord.start + at + from + word.start;
    const end = start + word.end - word.start;
    return command.change(start, end, misspell(command.command.source.slice(start, end)));
  });
}

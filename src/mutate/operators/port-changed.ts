import { dockerCall } from '../../shell/docker-call.ts';
import type { ShellWord } from '../../shell/parse-shell.ts';
import { flagValueWords } from '../call-words.ts';
import type { Change } from '../change.ts';
import { misspell } from '../misspell.ts';
import { type PlannedPost, type TypedCommand, textAt } from '../planned-post.ts';

const ofAddress = /(?<=\b(?:localhost|127\.0\.0\.1):)\d+/g;

/** Each port one higher: both sides of `-p`, in addresses that are typed, and in those the prose sends a reader to. */
export function portChanged(post: PlannedPost): Change[] {
  const typed = post.commands.flatMap((command) =>
    command.words.flatMap((words) => inCommand(command, words)),
  );
  return [
    ...typed,
    ...post.commands.flatMap(({ command, block }) => inProse(post, command.expectations, block.id)),
  ];
}

function inCommand(command: TypedCommand, words: readonly ShellWord[]): Change[] {
  const call = dockerCall(words);
  const published = call === null ? [] : flagValueWords(call, '-p', '--publish');
  return [
    ...published.flatMap((word) => numbersIn(command, word, /(?<![\d.])\d+(?![\d.])/g)),
    ...words.flatMap((word) => numbersIn(command, word, ofAddress)),
  ];
}

function numbersIn(command: TypedCommand, word: ShellWord, pattern: RegExp): Change[] {
  const raw = command.command.source.slice(word.start, word.end);
  return [...raw.matchAll(pattern)].flatMap((match) => {
    const start = word.start + match.index;
    return command.change(start, start + match[0].length, misspell(match[0]));
  });
}

function inProse(
  post: PlannedPost,
  expectations: PlannedPost['commands'][number]['command']['expectations'],
  block: string,
): Change[] {
  return expectations.flatMap((expectation) => {
    if (expectation.kind !== 'http') return [];
    const { text, start } = textAt(post, expectation.source);
    return [...text.matchAll(ofAddress)].map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
      after: misspell(match[0]),
      about: [block],
    }));
  });
}

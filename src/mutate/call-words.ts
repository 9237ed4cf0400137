import { type DockerCall, type DockerFlag, dockerCall } from '../shell/docker-call.ts';
import type { ShellWord } from '../shell/parse-shell.ts';

/** A flag as it stands in a command: one word, of which a bundle such as `-it` holds several flags. */
export interface FlagWord {
  word: ShellWord;
  /** The word behind it that is its value; null when it has none, or it stands in the same word. */
  value: ShellWord | null;
}

/** The flags of a simple command, in the order of its words. What runs inside a container has flags of its own. */
export function flagWords(words: readonly ShellWord[]): FlagWord[] {
  const call = dockerCall(words);
  const values = new Set(call?.flags.flatMap((flag) => ownWord(flag) ?? []));
  return words
    .slice(1)
    .filter((word) => /^--?[A-Za-z]/.test(word.text) && !values.has(word))
    .map((word) => ({ word, value: call === null ? null : valueBehind(word, words, values) }));
}

/** The words of the values that a call gives to its flags, with the flag's name. */
export function flagValueWords(call: DockerCall, ...names: string[]): ShellWord[] {
  return call.flags.flatMap((flag) =>
    names.includes(flag.name) && flag.valueWord !== null ? [flag.valueWord] : [],
  );
}

function ownWord({ valueWord, value }: DockerFlag): ShellWord | null {
  // In `--name=web` the word is the flag's own.
  return valueWord !== null && valueWord.text === value ? valueWord : null;
}

function valueBehind(
  word: ShellWord,
  words: readonly ShellWord[],
  values: ReadonlySet<ShellWord>,
): ShellWord | null {
  const next = words[words.indexOf(word) + 1];
  return next !== undefined && values.has(next) ? next : null;
}

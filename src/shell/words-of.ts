import { parseShell, type ShellWord } from './parse-shell.ts';

/** The words of each simple command in a piece of shell text, in its order. */
export function wordsOf(source: string): (readonly ShellWord[])[] {
  return parseShell(source).statements.flatMap(({ commands }) => commands.map(({ words }) => words));
}

/** The same as texts, quotes removed. */
export function wordTextsOf(source: string): string[][] {
  return wordsOf(source).map((words) => words.map((word) => word.text));
}

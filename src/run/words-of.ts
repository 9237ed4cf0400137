import { commandWords, parseShell, type ShellWord } from '../shell/parse-shell.ts';

/** The words of each simple command in a piece of shell text. */
export function wordsOf(source: string): (readonly ShellWord[])[] {
  return parseShell(source).statements.flatMap((statement) => commandWords(statement));
}

/** The same as texts, quotes removed. */
export function wordTextsOf(source: string): string[][] {
  return wordsOf(source).map((words) => words.map((word) => word.text));
}

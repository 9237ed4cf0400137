import { commandWords, parseShell } from '../shell/parse-shell.ts';

/** The words of each simple command in a piece of shell text, quotes removed. */
export function wordsOf(source: string): string[][] {
  return parseShell(source).statements.flatMap((statement) =>
    commandWords(statement).map((words) => words.map((word) => word.text)),
  );
}

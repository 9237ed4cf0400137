import { parseShell } from '../parse-shell.ts';
import { continuationPromptOf, type Prompt, type TranscriptEntry } from '../prompts.ts';
import type { Line } from './lines.ts';

// A quotation or here-document longer than this is a mistake, not a command.
const longestCommand = 200;

/** Takes the command that begins on a line, with the lines on which it goes on; gives the index of the line behind it. */
export function takeCommand(
  lines: Line[],
  index: number,
  into: { prompt: Prompt | null; entries: TranscriptEntry[] },
): number {
  const line = lines[index]!;
  const skip = into.prompt?.length ?? 0;
  const taken = [{ start: line.start + skip, end: line.end }];
  let command = line.text.slice(skip);
  let next = index + 1;
  const isShell = into.prompt === null || !['repl', 'powershell'].includes(into.prompt.kind);
  for (; next < lines.length && next - index < longestCommand; next++) {
    const more = lines[next]!;
    const continuation =
      more.prompt === null || (!isShell && more.prompt.text !== into.prompt?.text)
        ? continuationPromptOf(more.text)
        : null;
    if (isShell ? !isUnfinished(command) || more.prompt !== null : continuation === null) break;
    if (
      isShell &&
      continuation === null &&
      !/\\$/.test(command) &&
      !finishesLater(command, lines.slice(next))
    )
      break;
    const part = more.text.slice(continuation?.length ?? 0);
    taken.push({ start: more.start + (continuation?.length ?? 0), end: more.end });
    command += `\n${part}`;
  }
  const promptStart = line.start;
  into.entries.push({ prompt: into.prompt, promptStart, lines: taken, command, output: null });
  return next;
}

function isUnfinished(command: string): boolean {
  if (command.trim() === '') return false;
  if (/(?:\\|&&|\|)\s*$/.test(command)) return true;
  return parseShell(command).error !== null;
}

function finishesLater(command: string, rest: Line[]): boolean {
  let whole = command;
  for (const line of rest.slice(0, longestCommand)) {
    if (line.prompt !== null) return false;
    whole += `\n${line.text.slice(continuationPromptOf(line.text)?.length ?? 0)}`;
    if (!isUnfinished(whole)) return true;
  }
  return false;
}

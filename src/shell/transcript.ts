import { parseShell } from './parse-shell.ts';
import {
  consolePromptOf,
  continuationPromptOf,
  ownPromptOf,
  type Prompt,
  promptOf,
  rootPromptOf,
  type TranscriptEntry,
} from './prompts.ts';
import { beginsLikeCommand } from './reads-as-shell.ts';

/** A screen cut into commands and what they printed. All offsets are UTF-16 indexes into the text. */
export interface Transcript {
  entries: TranscriptEntry[];
  /** Comments of the author between the commands, from `#` to the end of the line. */
  comments: { start: number; end: number; text: string }[];
}

interface Line {
  start: number;
  end: number;
  text: string;
  prompt: Prompt | null;
}

// A quotation or here-document longer than this is a mistake, not a command.
const longestCommand = 200;

/** Whether text shows prompts, so that what follows each is a command and the rest is output. */
export function hasPrompts(text: string): boolean {
  const lines = linesOf(text);
  return (
    lines.some((line) => line.prompt !== null && line.text.trim() !== line.prompt.text) || rootShell(lines)
  );
}

/**
 * Cuts a screen into its commands and their output. Lines before the first prompt are commands when they begin
 * like one. `# ` counts as a prompt where its context shows a root shell, else as a comment.
 */
export function splitTranscript(text: string): Transcript {
  return split(text, linesOf(text));
}

/** The same for what is typed into a console that asks with `> ` or `boats> `; null where the text doesn't begin with that. */
export function splitConsole(text: string): Transcript | null {
  const lines = linesOf(text).map((line) => ({ ...line, prompt: consolePromptOf(line.text) }));
  return lines.find((line) => line.text.trim() !== '')?.prompt == null ? null : split(text, lines);
}

function split(text: string, lines: Line[]): Transcript {
  const transcript: Transcript = { entries: [], comments: [] };
  const asRoot = rootShell(lines);
  let index = 0;
  while (index < lines.length) index = takeLine(lines, index, { transcript, asRoot, text });
  return transcript;
}

interface Taking {
  transcript: Transcript;
  asRoot: boolean;
  text: string;
}

function takeLine(lines: Line[], index: number, taking: Taking): number {
  const line = lines[index]!;
  const { entries, comments } = taking.transcript;
  const prompt = line.prompt ?? (isRootLine(line, taking) ? rootPromptOf(line.text) : null);
  if (prompt !== null) return takeCommand(lines, index, { prompt, entries });
  if (isPromptless(lines, index, taking)) return takeCommand(lines, index, { prompt: null, entries });
  if (isComment(lines, index, taking)) {
    comments.push({ start: line.start, end: line.end, text: line.text.replace(/^\s*#+\s*/, '').trim() });
  } else if (line.text.trim() !== '') {
    addOutput(entries, line);
  }
  return index + 1;
}

function addOutput(entries: TranscriptEntry[], line: Line): void {
  const last = entries.at(-1);
  if (last === undefined) return;
  last.output = { start: last.output?.start ?? line.start, end: line.end };
}

function takeCommand(
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

function isPromptless(lines: Line[], index: number, taking: Taking): boolean {
  const line = lines[index]!;
  if (!beginsLikeCommand(line.text)) return false;
  const last = taking.transcript.entries.at(-1);
  if (last === undefined) return true;
  return last.prompt === null && last.output === null;
}

function isComment(lines: Line[], index: number, taking: Taking): boolean {
  const line = lines[index]!;
  if (!/^\s*#/.test(line.text)) return false;
  const next = lines.slice(index + 1).find((one) => !/^\s*#/.test(one.text));
  if (taking.transcript.entries.length === 0) return true;
  return next === undefined || next.prompt !== null || next.text.trim() === '';
}

const opensShell =
  /\s-(?:it|ti|i -t|t -i)\b|\s--interactive\b|\bdocker (?:container )?attach\b|^su\b|sudo (?:-i|-s|su)\b|^ssh\b/;

// In a transcript with other prompts, `# ` is one only after a command that opened a shell as root.
function isRootLine(line: Line, taking: Taking): boolean {
  const prompt = rootPromptOf(line.text);
  if (prompt === null) return false;
  if (taking.asRoot) return true;
  const opener = taking.transcript.entries.findLast((entry) => entry.prompt?.kind !== 'root');
  if (opener === undefined || !opensShell.test(opener.command)) return false;
  return beginsLikeCommand(line.text.slice(prompt.length));
}

function rootShell(lines: Line[]): boolean {
  if (lines.some((line) => line.prompt !== null)) return false;
  const roots = lines.filter((line) => rootPromptOf(line.text) !== null);
  const others = lines.filter((line) => line.text.trim() !== '' && !roots.includes(line));
  if (roots.length === 0 || lines.find((line) => line.text.trim() !== '') !== roots[0]) return false;
  if (others.some((line) => beginsLikeCommand(line.text))) return false;
  return roots.every((line) => {
    const command = line.text.slice(2);
    return (
      command.trim() === '' ||
      (beginsLikeCommand(command) && parseShell(command).error === null && !readsAsProse(command))
    );
  });
}

// "# make sure that …" begins with a command's name and is a sentence all the same.
function readsAsProse(text: string): boolean {
  return (
    /[.:…]$/.test(text.trim()) || /\b(?:the|a|an|your|this|that|it|and|for|from|with|is|are)\b/.test(text)
  );
}

function linesOf(text: string): Line[] {
  let start = 0;
  const lines = text.split('\n').map((line): Line => {
    const at = start;
    start += line.length + 1;
    return { start: at, end: at + line.length, text: line, prompt: promptOf(line) };
  });
  return lines.some((line) => line.prompt !== null) ? lines : withOwnPrompts(withPlainPrompts(lines));
}

// Whatever stands before a command on the first line is a prompt, and so is the like before others.
function withOwnPrompts(lines: Line[]): Line[] {
  const first = lines.find((line) => !/^\s*(?:#.*)?$/.test(line.text));
  if (first === undefined || first.prompt !== null || ownPromptBefore(first.text) === null) return lines;
  return lines.map((line) => ({
    ...line,
    prompt: ownPromptBefore(line.text) ?? spacedPromptBefore(line.text),
  }));
}

// `web # ls` is a command with a comment, unless the lines before it have shown prompts.
function spacedPromptBefore(line: string): Prompt | null {
  const match = /^[a-z][\w.@-]* #(?= )/.exec(line);
  if (match === null || !beginsLikeCommand(line.slice(match[0].length))) return null;
  return { kind: 'user', length: match[0].length + 1, text: match[0] };
}

function ownPromptBefore(line: string): Prompt | null {
  const prompt = ownPromptOf(line);
  if (prompt === null || !beginsLikeCommand(line.slice(prompt.length))) return null;
  // `cat a > docker` begins with a command itself; a folder does not.
  return beginsLikeCommand(line) && !/^[~/]\S*[ $%#>]/.test(line) ? null : prompt;
}

// `> ` and `% ` are prompts where the first line is one with a command behind it. Bash would redirect into a file.
function withPlainPrompts(lines: Line[]): Line[] {
  const first = lines.find((line) => line.text.trim() !== '')?.text ?? '';
  const mark = /^[>%](?= )/.exec(first)?.[0];
  if (mark === undefined || !beginsLikeCommand(first.slice(2))) return lines;
  return lines.map((line) => {
    const isPrompt = line.text.startsWith(`${mark} `) && beginsLikeCommand(line.text.slice(2));
    return isPrompt ? { ...line, prompt: { kind: 'user', length: 2, text: mark } } : line;
  });
}

import { consolePromptOf, rootPromptOf, type TranscriptEntry } from './prompts.ts';
import { beginsLikeCommand } from './reads-as-shell.ts';
import { type Line, linesOf } from './transcript/lines.ts';
import { isRootLine, rootShell } from './transcript/root-lines.ts';
import { takeCommand } from './transcript/take-command.ts';

/** A screen cut into commands and what they printed. All offsets are UTF-16 indexes into the text. */
export interface Transcript {
  entries: TranscriptEntry[];
  /** Comments of the author between the commands, from `#` to the end of the line. */
  comments: { start: number; end: number; text: string }[];
}

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
  return split(linesOf(text));
}

/** The same for what is typed into a console that asks with `> ` or `boats> `; null where the text doesn't begin with that. */
export function splitConsole(text: string): Transcript | null {
  const lines = linesOf(text).map((line) => ({ ...line, prompt: consolePromptOf(line.text) }));
  return lines.find((line) => line.text.trim() !== '')?.prompt == null ? null : split(lines);
}

function split(lines: Line[]): Transcript {
  const transcript: Transcript = { entries: [], comments: [] };
  const asRoot = rootShell(lines);
  let index = 0;
  while (index < lines.length) index = takeLine(lines, index, { transcript, asRoot });
  return transcript;
}

interface Taking {
  transcript: Transcript;
  /** Whether all of the screen is a root shell. */
  asRoot: boolean;
}

function takeLine(lines: Line[], index: number, taking: Taking): number {
  const line = lines[index]!;
  const { entries, comments } = taking.transcript;
  const prompt =
    line.prompt ?? (isRootLine(line, { entries, asRoot: taking.asRoot }) ? rootPromptOf(line.text) : null);
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

// A command that the screen shows without a prompt, before anything was printed.
function isPromptless(lines: Line[], index: number, taking: Taking): boolean {
  const line = lines[index]!;
  if (!beginsLikeCommand(line.text)) return false;
  const last = taking.transcript.entries.at(-1);
  if (last === undefined) return true;
  return last.prompt === null && last.output === null;
}

// `# ` above the first command, above a prompt or above a blank line; elsewhere it is something that was printed.
function isComment(lines: Line[], index: number, taking: Taking): boolean {
  const line = lines[index]!;
  if (!/^\s*#/.test(line.text)) return false;
  const next = lines.slice(index + 1).find((one) => !/^\s*#/.test(one.text));
  if (taking.transcript.entries.length === 0) return true;
  return next === undefined || next.prompt !== null || next.text.trim() === '';
}

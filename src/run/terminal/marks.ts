import { lastLineOf } from './last-line.ts';
import { questionAtEnd } from './question.ts';

/**
 * The invisible mark that an armed shell prints instead of a prompt: an OSC 133;D sequence, as terminals with
 * shell integration use it, with a token of ours in front of the exit status of what was typed and of the stages of the
 * pipeline that ran last.
 */
export interface Mark {
  token: string;
  /** Of each stage of the last pipeline; one where they don't tell what came of it (`if`, `!`). */
  statuses: number[];
  /** Offsets of the mark itself in the searched text. */
  start: number;
  end: number;
}

const markPattern = /\x1b\]133;D;([0-9a-z]+);([0-9]+);([0-9]+(?: [0-9]+)*)\x07/;

/** The longest a mark can be: where to begin to search again when more output has come. */
export const markReach = 2048;

// biome-ignore lint/suspicious/noTemplateCurlyInString: the shell expands it, not we.
const stages = '${PIPESTATUS[*]}';

/**
 * One line of POSIX shell that turns echo off and makes the prompt a mark. The leading blank keeps it out of the
 * history. `$?` and PIPESTATUS are expanded by the shell each time it prompts, so nothing the reader sees changes.
 */
export function armLine(token: string): string {
  return ` ${armed(token)}`;
}

/**
 * The line, Enter included, that arms a shell of which nobody knows whether it is the one armed as `own` before or one
 * inside it, which gets the token `other`. The exit status of what was typed before stays.
 */
export function armAgainLine({ own, other }: { own: string; other: string }): string {
  const which = `if [ "$seaworthy_token" = ${own} ]; then ${armed(own)}; else ${armed(other)}; fi`;
  return ` seaworthy_status=$?; ${which}; (exit $seaworthy_status)\r`;
}

function armed(token: string): string {
  const mark = (status: string): string => `\\033]133;D;${token};$?;${status}\\007`;
  return [
    `stty -echo 2>/dev/null; seaworthy_token=${token}`,
    // Bash reads the escapes of a prompt by itself; a process for them may be refused on a computer that is full.
    // An exported PS1 would reach shells that the reader opens, where nobody waits for this mark.
    `if [ -n "$BASH_VERSION" ]; then PS1='${mark(stages)}'; export -n PS1 PS2; else PS1="$(printf '${mark('$?')}')"; fi`,
    'PS2=',
  ].join('; ');
}

/** The first mark in `text` at or after `from`; null when there is none yet. */
export function findMark(text: string, from = 0): Mark | null {
  const match = markPattern.exec(from === 0 ? text : text.slice(from));
  if (match === null) return null;
  const start = from + match.index;
  return {
    token: match[1] ?? '',
    statuses: statusesOf(Number(match[2]), (match[3] ?? '').split(' ').map(Number)),
    start,
    end: start + match[0].length,
  };
}

// `!`, a loop or an `if` gives another status than the pipeline that ran last in it; pipefail that of a stage.
function statusesOf(status: number, stages: number[]): number[] {
  const last = stages.at(-1);
  const isFailingPipe = last === 0 && status === stages.findLast((stage) => stage !== 0);
  return status === last || isFailingPipe ? stages : [status];
}

/** Whether a mark, whosever it is, stands at the end, as where a shell that was armed before has prompted. */
export function endsWithMark(raw: string): boolean {
  return markAtEnd.test(raw.slice(-markReach));
}

const markAtEnd = new RegExp(`${markPattern.source}$`);
const shellPrompt = /^[^\n]{0,200}[#$%>] $/;
const replPrompt = /^[^\n]{0,200}(?:>>>|[>#:)]) ?$/;

/** The prompt that stands at the end of `raw`, as visible text; null when its last line doesn't look like one. */
export function promptAtEnd(raw: string, room: 'shell' | 'repl'): string | null {
  const lastLine = lastLineOf(raw);
  if (room === 'shell') return shellPrompt.test(lastLine) ? lastLine : null;
  return replPrompt.test(lastLine) && questionAtEnd(raw) === null ? lastLine : null;
}

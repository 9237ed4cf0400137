import type { Machine } from '../../machine/machine.ts';
import type { WindowStep } from '../../model/plan.ts';
import type { Cause } from '../../model/report.ts';
import type { ShellWord } from '../../shell/parse-shell.ts';
import type { History } from '../troubles/history.ts';

/** A command that did not end as it should, with all that may say why. */
export interface Failure {
  /** What was typed. */
  ran: string;
  /** The words of its simple commands. */
  commands: readonly (readonly ShellWord[])[];
  /** What the screen showed. */
  output: string;
  /** Exit statuses of the last pipeline's stages. */
  statuses: number[];
  machine: Machine;
  /** Images that the post uses. */
  images: readonly string[];
  /** What was typed before it and worked. */
  done: History;
  /** What the page asks to do with the mouse before it; null for nothing. */
  windowStep: WindowStep | null;
  /** Whether it was typed into a shell that is open inside something; absent: it was not. */
  inside?: boolean;
}

/** Whose fault a failure is. `blocked` when something outside the page is missing, so nothing is known about it. */
export interface Blame {
  verdict: 'failed' | 'blocked';
  cause: Cause;
}

/** One reason that a failure may have: gives its blame when the failure shows it, else null. */
export type BlameRule = (failure: Failure) => Promise<Blame | null> | Blame | null;

/** The page is wrong. `line`: the place to look at when it is another than the command. */
export function pageIsWrong(message: string, hint: string | null, line: number | null = null): Blame {
  return { verdict: 'failed', cause: { whose: 'page', message, hint, line } };
}

/** The page is wrong by one word of the command, and what is meant is sure. */
export function wordIsWrong(message: string, hint: string, fix: { wrong: string; right: string }): Blame {
  return { verdict: 'failed', cause: { whose: 'page', message, hint, line: null, fix } };
}

/** Something outside is missing. */
export function somethingIsMissing(whose: Cause['whose'], message: string, hint: string | null): Blame {
  return { verdict: 'blocked', cause: { whose, message, hint, line: null } };
}

/** The words of the simple command that failed: in a pipeline those of the first stage that did. */
export function failedWords({ commands, statuses }: Failure): readonly ShellWord[] {
  const stage = statuses.findIndex((status) => status !== 0 && status !== 141);
  const stages = commands.slice(-statuses.length);
  const isWhole = stages.length === statuses.length && stage !== -1;
  return (isWhole ? stages[stage] : commands.at(-1)) ?? [];
}

const slips =
  /knows no flag|has no command|stands behind the image|there is no image “[^”]*”(?! at this point)|no valid image name|the build has no context|^docker [\w ]+ takes |the shell can't read it|is not part of a current Docker/;

/** Whether a cause is a slip of the pen: wrong whatever was there before, so that it follows from nothing else. */
export function isSlip(cause: Cause | null): boolean {
  return cause !== null && slips.test(cause.message);
}

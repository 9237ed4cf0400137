import type { Machine } from '../../machine/machine.ts';
import type { PlannedCommand } from '../../model/plan.ts';
import type { Cause, CommandReport } from '../../model/report.ts';
import type { History } from '../troubles/history.ts';

/** What a judgement needs beside the report: the command as planned, and where it ran. */
export interface Trial {
  command: PlannedCommand;
  machine: Machine;
  /** Images that the post uses, the best for a preparation first. */
  images: readonly string[];
  /** What was typed before it and worked. */
  done: History;
  /** What the page has said before it: commands and files. */
  said: readonly string[];
  /** The files that the page itself has put somewhere, by path. */
  written: ReadonlyMap<string, string>;
  /** What is typed after it. */
  later: readonly PlannedCommand[];
}

/** Takes back that a command has passed. */
export function accuse(report: CommandReport, verdict: 'failed' | 'blocked', cause: Cause): void {
  report.verdict = verdict;
  report.cause = cause;
}

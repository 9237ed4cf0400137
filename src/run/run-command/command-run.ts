import type { Machine } from '../../machine/machine.ts';
import type { PlannedCommand } from '../../model/plan.ts';
import type { CommandReport } from '../../model/report.ts';
import type { Printed } from '../../values/circumstances.ts';
import type { HeldCommand } from '../drive/held-command.ts';
import type { Steady } from '../prepare/steady.ts';
import type { ReaderTerminal } from '../terminal/reader-terminal.ts';
import type { History } from '../troubles/history.ts';

/** A command that is to be typed, with all that its judgement depends on. */
export interface CommandRun {
  command: PlannedCommand;
  machine: Machine;
  terminal: ReaderTerminal;
  signal: AbortSignal;
  /** Images that the post uses, the best for a preparation first. */
  images: readonly string[];
  /** Images that only preparations have pulled. */
  borrowed: Set<string>;
  /** What was seen to stay up on this machine. */
  steady: Steady;
  /** What was typed before it and worked. */
  done: History;
  /** What is typed after this command on the page. */
  later: readonly PlannedCommand[];
  /** What the page has said before this command: commands and files, a line each. */
  said: readonly string[];
  /** The files that the page itself has put somewhere, by path. */
  written: ReadonlyMap<string, string>;
  /** What the commands before it in its block have printed; empty where one of them did not pass. */
  above: readonly Printed[];
  /** How long to look again for what was promised and is not there yet. */
  patienceMs: number;
}

/** What came of a command. */
export interface CommandResult {
  report: CommandReport;
  /** Whether what the reader had in the terminal is gone. */
  terminalLost: boolean;
  /** Set while it keeps its terminal and the page goes on in another one. */
  held: HeldCommand | null;
}

/** The same without its report, for those who fill that in as they go. */
export type UnreportedResult = Omit<CommandResult, 'report'>;

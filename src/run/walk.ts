import type { Machine } from '../machine/machine.ts';
import type { PlannedBlock, PlannedCommand } from '../model/plan.ts';
import type { Cause, CommandReport } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';
import type { HeldCommand } from './drive/held-command.ts';
import type { EngineState } from './engine-state.ts';
import type { Detached } from './lives/detached.ts';
import type { Meanwhile } from './meanwhile.ts';
import type { ReaderPath } from './paths.ts';
import type { ImagesSeen } from './prepare/images-seen.ts';
import type { Steady } from './prepare/steady.ts';
import type { ReaderTerminals } from './terminal/reader-terminal.ts';
import type { DoneCommand } from './troubles/history.ts';
import type { Troubles } from './troubles/troubles.ts';

/** What came of one way through a post: a report for each command by id, a verdict for each file block by id. */
export interface PathResult {
  commands: Map<string, CommandReport>;
  files: Map<string, { verdict: Verdict; cause: Cause | null }>;
  images: ImagesSeen;
}

/** A path to be walked, and the machine for it. */
export interface PathRun {
  path: ReaderPath;
  machine: Machine;
  /** What was there when the post began; null on a fresh machine. */
  before: EngineState | null;
  images: readonly string[];
  signal: AbortSignal;
  /** ISO date of today, for excuses that end. */
  today: string;
  /** How long to look again for what was promised and is not there yet. */
  patienceMs: number;
  onCommand(command: PlannedCommand): void;
}

/** A path that is being walked, with all that is known on the way. */
export interface Walk extends PathRun {
  terminals: ReaderTerminals;
  troubles: Troubles;
  detached: Detached;
  meanwhile: Meanwhile;
  /** What was typed so far and worked. */
  done: DoneCommand[];
  /** Its commands and files so far, a text each. */
  said: string[];
  /** The files that the page itself has put somewhere, by path. */
  written: Map<string, string>;
  /** The folder at which the names of all its files begin; null for none. */
  project: string | null;
  /** Commands that are still to come. */
  later: PlannedCommand[];
  /** Images that only preparations have pulled. */
  borrowed: Set<string>;
  /** What was seen to stay up on this machine. */
  steady: Steady;
  /** Commands that keep their terminals while the page goes on in another one, by the number of the terminal. */
  held: Map<number, Held>;
}

interface Held {
  command: PlannedCommand;
  block: PlannedBlock;
  holder: HeldCommand;
}

import type { Machine } from '../../machine/machine.ts';
import type { PlannedCommand } from '../../model/plan.ts';
import type { Circumstances } from '../../values/circumstances.ts';
import type { Blame } from '../blame/failure.ts';
import type { Session } from '../terminal/session.ts';

/** How a typed command went. */
export type Driven =
  | { kind: 'ended'; statuses: number[]; raw: string; notes: string[] }
  /** A REPL gave its prompt again; `error`: the line with which it says that something was wrong. */
  | { kind: 'answered'; prompt: string; error: string | null; raw: string; notes: string[] }
  /** It kept the terminal as it should, was looked at, and Ctrl-C ended it. */
  | { kind: 'interrupted'; raw: string; notes: string[] }
  /** It keeps the terminal and goes on running there while the page goes on in another one. */
  | { kind: 'held'; raw: string; notes: string[] }
  /** A shell or REPL waits inside. */
  | { kind: 'opened'; raw: string; notes: string[]; prompt: string }
  /** The terminal's own shell ended. */
  | { kind: 'closed'; raw: string; notes: string[] }
  /** It did not end as it should and was ended. */
  | { kind: 'stopped'; raw: string; notes: string[]; blame: Blame; terminalLost: boolean };

/** A command on its way through a terminal, with all that decides how long to stay with it. */
export interface Drive {
  command: PlannedCommand;
  ran: string;
  session: Session;
  machine: Machine;
  signal: AbortSignal;
  /** Ids of the containers that were there when it is typed; empty when it can't keep the terminal. */
  containers: ReadonlySet<string>;
  /** What is typed after this command on the page. */
  later: readonly PlannedCommand[];
  /** The container that a command left running holds; absent while it is not known. */
  heldId?: string;
  /** Whether the page goes on in another terminal, so that a command that keeps this one is left running. */
  staysOpen: boolean;
  /** How long to wait for promised output that is not there yet. */
  patienceMs: number;
  /** Called once while a foreground command runs and has settled. */
  whileRunning(raw: string): Promise<void>;
  /** What its output is compared in the light of. */
  circumstances: Circumstances;
}

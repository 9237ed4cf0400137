import type { Machine } from '../machine/machine.ts';
import type { PlannedCommand } from '../model/plan.ts';
import { type Blame, pageIsWrong, somethingIsMissing } from './blame/failure.ts';
import { driveForeground, endForeground, keptTerminal } from './drive-foreground.ts';
import { deadlineOf, overdue, stop } from './end-command.ts';
import type { Circumstances } from './expect/values/circumstances.ts';
import { serverInForeground } from './foreground.ts';
import { promptAtEnd } from './marks.ts';
import { answerShown, type Question, questionAtEnd } from './question.ts';
import { replError } from './repl-error.ts';
import type { Session, Typed } from './session.ts';

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

const quietMs = 4_000;

/** Types a command and stays with it until it has ended, has opened a shell, or has been ended. */
export async function driveCommand(drive: Drive): Promise<Driven> {
  switch (drive.command.trait.kind) {
    case 'opens':
      return driveOpening(drive, drive.command.trait.room);
    case 'foreground':
      return driveForeground(drive);
    default:
      return drivePlain(drive);
  }
}

async function driveOpening(drive: Drive, room: 'shell' | 'repl'): Promise<Driven> {
  const { session, signal } = drive;
  const typed = await session.type(drive.ran, {
    deadlineMs: deadlineOf(drive.command),
    signal,
    prompt: room,
  });
  const { raw } = typed;
  if (typed.kind === 'ended') return { kind: 'ended', statuses: typed.statuses, raw, notes: [] };
  if (typed.kind === 'closed') return { kind: 'closed', raw, notes: [] };
  if (typed.kind === 'deadline') return stop(drive, raw, overdue(drive.command, drive.ran, raw));
  if (typed.kind !== 'prompt')
    return stop(drive, raw, pageIsWrong('opened no prompt to type at', 'does it need -it?'));
  if (room === 'repl') session.enterRepl(typed.prompt);
  else if (!(await session.enterShell(signal)))
    return stop(drive, raw, pageIsWrong('what it opened does not answer as a shell', null));
  return { kind: 'opened', raw: withoutPrompt(raw), notes: [], prompt: typed.prompt };
}

async function drivePlain(drive: Drive): Promise<Driven> {
  const { session, signal, command } = drive;
  const until = performance.now() + deadlineOf(command);
  const left = (): number => Math.max(1, until - performance.now());
  const notes: string[] = [];
  let typed: Typed = await session.type(drive.ran, { deadlineMs: left(), signal, quietMs });
  for (;;) {
    if (typed.kind === 'ended') return { kind: 'ended', statuses: typed.statuses, raw: typed.raw, notes };
    if (typed.kind === 'enough') return answered(typed.raw, notes);
    if (typed.kind === 'closed') return { kind: 'closed', raw: typed.raw, notes };
    if (typed.kind === 'deadline') return stop(drive, typed.raw, overdue(command, drive.ran, typed.raw));
    // Something (`source ~/.bashrc`) has given the shell its own prompt back.
    if (session.reader === 'shell' && promptAtEnd(typed.raw, 'shell') !== null) {
      const { raw } = typed;
      const statuses = await session.armAgain(signal);
      if (statuses !== null) return { kind: 'ended', statuses, raw: withoutPrompt(raw), notes };
    }
    const blame = await whyQuiet(drive, typed.raw, notes);
    if (blame === 'kept')
      return drive.staysOpen ? { kind: 'held', raw: typed.raw, notes } : endForeground(drive, notes);
    if (blame !== null) return stop(drive, typed.raw, blame);
    typed = await session.goOn({ deadlineMs: left(), signal, quietMs });
  }
}

/** What a silent command waits for: answers a question, or says why it won't end; null when it may just be slow. */
async function whyQuiet(drive: Drive, raw: string, notes: string[]): Promise<Blame | 'kept' | null> {
  const question = questionAtEnd(raw);
  if (question !== null) {
    const shown = drive.command.expectations.flatMap((expectation) =>
      expectation.kind === 'output' ? [expectation.text] : [],
    );
    const planned = drive.command.answers?.find((one) => question.text.includes(one.question.trim()))?.answer;
    const answer = planned ?? answerShown(question, shown);
    if (answer === null) return unanswered(question);
    notes.push(`asked “${question.text}”, answered ${answer}`);
    drive.session.answer(answer);
    return null;
  }
  const server = await serverInForeground(drive.ran, drive.machine, drive.containers);
  if (server === null) return null;
  const blame = keptTerminal(server, drive, false);
  if (blame !== null) return blame;
  notes.push(`keeps the terminal (“${server.name}” is a server)`);
  await drive.whileRunning(raw);
  return 'kept';
}

function answered(raw: string, notes: string[]): Driven {
  const shown = withoutPrompt(raw);
  const prompt = promptAtEnd(raw, 'repl') ?? '';
  return { kind: 'answered', prompt, error: replError(prompt, shown), raw: shown, notes };
}

function withoutPrompt(raw: string): string {
  return raw.slice(0, raw.lastIndexOf('\n') + 1);
}

function unanswered({ kind, text }: Question): Blame {
  if (kind === 'confirmation')
    return pageIsWrong(
      `asks “${text}”, and the page does not say what to answer`,
      'show the answer, or add the flag that answers it (-f, -y)',
    );
  return somethingIsMissing(
    'author',
    `asks “${text}”, which only a reader with an account can answer`,
    'add a verify: skip directive with a reason',
  );
}

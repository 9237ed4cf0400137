import type { Machine } from '../machine/machine.ts';
import type { PlannedCommand } from '../model/plan.ts';
import { type Blame, pageIsWrong, somethingIsMissing } from './blame/failure.ts';
import { anyRunning, keepsTerminal, needsServer, type Server, serverInForeground } from './foreground.ts';
import { answerShown, questionAtEnd } from './question.ts';
import type { Session, Typed } from './session.ts';

/** How a typed command went. */
export type Driven =
  | { kind: 'ended'; statuses: number[]; raw: string; notes: string[] }
  /** It kept the terminal as it should, was looked at, and Ctrl-C ended it. */
  | { kind: 'interrupted'; raw: string; notes: string[] }
  /** A shell or REPL waits inside. */
  | { kind: 'opened'; raw: string; notes: string[] }
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
  /** What is typed after this command on the page. */
  later: readonly PlannedCommand[];
  /** Called once while a foreground command runs and has settled. */
  whileRunning(raw: string): Promise<void>;
}

const defaultTimeoutMs = 300_000;
const quietMs = 4_000;
const settledMs = 1_500;
const endlessMs = 6_000;
const startMs = 20_000;
const interruptMs = 15_000;
const openMs = 60_000;

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
    deadlineMs: drive.command.timeoutMs ?? openMs,
    signal,
    prompt: room,
  });
  const { raw } = typed;
  if (typed.kind === 'ended') return { kind: 'ended', statuses: typed.statuses, raw, notes: [] };
  if (typed.kind === 'closed') return { kind: 'closed', raw, notes: [] };
  if (typed.kind !== 'prompt')
    return stop(drive, raw, pageIsWrong('opened no prompt to type at', 'does it need -it?'));
  if (room === 'repl') session.enterRepl(typed.prompt);
  else if (!(await session.enterShell(signal)))
    return stop(drive, raw, pageIsWrong('what it opened does not answer as a shell', null));
  return { kind: 'opened', raw: raw.slice(0, raw.lastIndexOf('\n') + 1), notes: [] };
}

async function driveForeground(drive: Drive): Promise<Driven> {
  const { session, signal, command } = drive;
  // What prints without end (stats, ping) never settles: a look at its first seconds serves.
  const endless = /\b(?:stats|top|watch|ping|events)\b/.test(drive.ran);
  const deadlineMs = endless ? endlessMs : (command.timeoutMs ?? defaultTimeoutMs);
  const until = performance.now() + startMs;
  let typed = await session.type(drive.ran, { deadlineMs, signal, quietMs: settledMs });
  // Silence before the first line, or before its container runs, is no settling.
  while (typed.kind === 'quiet' && performance.now() < until && !(await hasStarted(drive, typed.raw))) {
    typed = await session.goOn({ deadlineMs, signal, quietMs: settledMs });
  }
  if (typed.kind === 'ended') return { kind: 'ended', statuses: typed.statuses, raw: typed.raw, notes: [] };
  if (typed.kind === 'closed') return { kind: 'closed', raw: typed.raw, notes: [] };
  const server = await serverInForeground(drive.ran, drive.machine);
  const blame = server === null ? null : keptTerminal(server, drive, true);
  if (blame !== null) return stop(drive, typed.raw, blame);
  await drive.whileRunning(typed.raw);
  return interrupt(drive, typed.raw, []);
}

async function hasStarted({ ran, machine }: Drive, raw: string): Promise<boolean> {
  return raw.trim() !== '' && (!keepsTerminal(ran) || (await anyRunning(machine)));
}

async function drivePlain(drive: Drive): Promise<Driven> {
  const { session, signal, command } = drive;
  const until = performance.now() + (command.timeoutMs ?? defaultTimeoutMs);
  const left = (): number => Math.max(1, until - performance.now());
  const notes: string[] = [];
  let typed: Typed = await session.type(drive.ran, { deadlineMs: left(), signal, quietMs });
  for (;;) {
    if (typed.kind === 'ended') return { kind: 'ended', statuses: typed.statuses, raw: typed.raw, notes };
    if (typed.kind === 'enough') return { kind: 'ended', statuses: [0], raw: typed.raw, notes };
    if (typed.kind === 'closed') return { kind: 'closed', raw: typed.raw, notes };
    if (typed.kind === 'deadline') return stop(drive, typed.raw, overdue(command, typed.raw));
    const blame = await whyQuiet(drive, typed.raw, notes);
    if (blame === 'interrupt') return interrupt(drive, typed.raw, notes);
    if (blame !== null) return stop(drive, typed.raw, blame);
    typed = await session.goOn({ deadlineMs: left(), signal, quietMs });
  }
}

/** What a silent command waits for: answers a question, or says why it won't end; null when it may just be slow. */
async function whyQuiet(drive: Drive, raw: string, notes: string[]): Promise<Blame | 'interrupt' | null> {
  const question = questionAtEnd(raw);
  if (question !== null) {
    const shown = drive.command.expectations.flatMap((expectation) =>
      expectation.kind === 'output' ? [expectation.text] : [],
    );
    const planned = drive.command.answers?.find((one) => question.text.includes(one.question.trim()))?.answer;
    const answer = planned ?? answerShown(question, shown) ?? (question.kind === 'confirmation' ? 'y' : null);
    if (answer === null)
      return somethingIsMissing(
        'author',
        `asks “${question.text}”, which only a reader with an account can answer`,
        'add a verify: skip directive with a reason',
      );
    notes.push(`asked “${question.text}”, answered ${answer}`);
    drive.session.answer(answer);
    return null;
  }
  const server = await serverInForeground(drive.ran, drive.machine);
  if (server === null) return null;
  const blame = keptTerminal(server, drive, false);
  if (blame !== null) return blame;
  notes.push(`keeps the terminal (“${server.name}” is a server); ended with Ctrl-C`);
  await drive.whileRunning(raw);
  return 'interrupt';
}

function keptTerminal(server: Server, { later }: Drive, saidToStay: boolean): Blame | null {
  const needing = needsServer(server, later, saidToStay);
  if (needing === null) return null;
  return pageIsWrong(
    `keeps the terminal: the container “${server.name}” runs in the foreground, and line ${needing.place.line} needs it while typing goes on`,
    'add -d, or tell the reader to go on in another terminal',
  );
}

async function interrupt(drive: Drive, raw: string, notes: string[]): Promise<Driven> {
  drive.session.press('\x03');
  const typed = await drive.session.goOn({ deadlineMs: interruptMs, signal: drive.signal });
  if (typed.kind === 'ended') return { kind: 'interrupted', raw: typed.raw, notes };
  return {
    kind: 'stopped',
    raw,
    notes,
    terminalLost: true,
    blame: pageIsWrong('Ctrl-C does not end it', 'tell the reader how to get the prompt back'),
  };
}

/** Ends a command that won't end by itself; the terminal is lost when nothing helps. */
async function stop(drive: Drive, raw: string, blame: Blame): Promise<Driven> {
  for (const keys of ['\x03', '\x03', '\x04', '\x1c']) {
    drive.session.press(keys);
    const typed = await drive.session.goOn({ deadlineMs: interruptMs / 5, signal: drive.signal });
    if (typed.kind === 'ended') return { kind: 'stopped', raw, notes: [], blame, terminalLost: false };
    if (typed.kind === 'closed') break;
  }
  return { kind: 'stopped', raw, notes: [], blame, terminalLost: true };
}

function overdue(command: PlannedCommand, raw: string): Blame {
  const seconds = Math.round((command.timeoutMs ?? defaultTimeoutMs) / 1000);
  const pulling = /(?:Pulling|Downloading|Extracting|Waiting|\d+%|MB\/)/.test(raw.slice(-2000));
  const cause = {
    whose: 'time',
    message: `had not ended after ${seconds} s and was ended`,
    hint: 'give it longer with <!-- verify: timeout=10m -->',
    line: null,
  } as const;
  return { verdict: pulling ? 'blocked' : 'failed', cause };
}

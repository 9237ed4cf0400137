import type { Machine } from '../machine/machine.ts';
import type { PlannedCommand } from '../model/plan.ts';
import { dockerCall } from '../shell/docker-call.ts';
import { type Blame, pageIsWrong, somethingIsMissing } from './blame/failure.ts';
import { heldContainer, keepsTerminal, needsServer, type Server, serverInForeground } from './foreground.ts';
import { promptAtEnd } from './marks.ts';
import { answerShown, type Question, questionAtEnd } from './question.ts';
import type { Session, Typed } from './session.ts';
import { wordsOf } from './words-of.ts';

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
  /** Ids of the containers that were there when it is typed; empty when it can't keep the terminal. */
  containers: ReadonlySet<string>;
  /** What is typed after this command on the page. */
  later: readonly PlannedCommand[];
  /** Called once while a foreground command runs and has settled. */
  whileRunning(raw: string): Promise<void>;
}

const defaultTimeoutMs = 300_000;
const quietMs = 4_000;
const settledMs = 1_500;
// A REPL has no exit status: Python, MySQL, PostgreSQL, Redis and Node begin their errors like this.
const replError = /^(?:Traceback \(most recent call last\)|[A-Za-z]*Error\b|ERROR\b|\(error\)|Uncaught\b)/m;
const endless = /\b(?:stats|top|watch|ping|events)\b/;
const endlessMs = 6_000;
const interruptMs = 11_000;

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
    deadlineMs: drive.command.timeoutMs ?? defaultTimeoutMs,
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
  return { kind: 'opened', raw: withoutPrompt(raw), notes: [] };
}

async function driveForeground(drive: Drive): Promise<Driven> {
  const { session, signal, command } = drive;
  const until = performance.now() + (command.timeoutMs ?? defaultTimeoutMs);
  const left = (): number => Math.max(1, until - performance.now());
  // What prints without end (stats, ping) never settles: a look at its first seconds serves.
  const isEndless = endless.test(drive.ran) && !keepsTerminal(drive.ran);
  let typed = await session.type(drive.ran, {
    deadlineMs: isEndless ? endlessMs : left(),
    signal,
    quietMs: settledMs,
  });
  // Silence before the first line, or before its container runs, is no settling.
  while (typed.kind === 'quiet' && !(await hasStarted(drive, typed.raw)))
    typed = await session.goOn({ deadlineMs: left(), signal, quietMs: settledMs });
  if (typed.kind === 'ended') return { kind: 'ended', statuses: typed.statuses, raw: typed.raw, notes: [] };
  if (typed.kind === 'closed') return { kind: 'closed', raw: typed.raw, notes: [] };
  if (typed.kind === 'deadline' && !isEndless)
    return stop(drive, typed.raw, overdue(command, drive.ran, typed.raw));
  const server = await serverInForeground(drive.ran, drive.machine, drive.containers);
  const blame = server === null ? null : keptTerminal(server, drive, true);
  if (blame !== null) return stop(drive, typed.raw, blame);
  await drive.whileRunning(typed.raw);
  return interrupt(drive, typed.raw, []);
}

async function hasStarted({ ran, machine, containers }: Drive, raw: string): Promise<boolean> {
  if (keepsTerminal(ran))
    return raw.trim() !== '' && (await heldContainer(ran, machine, containers)) !== null;
  return true;
}

async function drivePlain(drive: Drive): Promise<Driven> {
  const { session, signal, command } = drive;
  const until = performance.now() + (command.timeoutMs ?? defaultTimeoutMs);
  const left = (): number => Math.max(1, until - performance.now());
  const notes: string[] = [];
  let typed: Typed = await session.type(drive.ran, { deadlineMs: left(), signal, quietMs });
  for (;;) {
    if (typed.kind === 'ended') return { kind: 'ended', statuses: typed.statuses, raw: typed.raw, notes };
    if (typed.kind === 'enough')
      return { kind: 'ended', statuses: [replError.test(typed.raw) ? 1 : 0], raw: typed.raw, notes };
    if (typed.kind === 'closed') return { kind: 'closed', raw: typed.raw, notes };
    if (typed.kind === 'deadline') return stop(drive, typed.raw, overdue(command, drive.ran, typed.raw));
    // Something (`source ~/.bashrc`) has given the shell its own prompt back.
    if (session.reader === 'shell' && promptAtEnd(typed.raw, 'shell') !== null) {
      const { raw } = typed;
      const statuses = await session.armAgain(signal);
      if (statuses !== null) return { kind: 'ended', statuses, raw: withoutPrompt(raw), notes };
    }
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
  notes.push(`keeps the terminal (“${server.name}” is a server); ended with Ctrl-C`);
  await drive.whileRunning(raw);
  return 'interrupt';
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

function keptTerminal(server: Server, { command, later }: Drive, saidToStay: boolean): Blame | null {
  const needing = needsServer(server, later, { saidToStay, terminal: command.terminal ?? 1 });
  if (needing === null) return null;
  return pageIsWrong(
    `keeps the terminal: the container “${server.name}” runs in the foreground, and line ${needing.place.line} needs it while typing goes on`,
    'add -d, or tell the reader to go on in another terminal',
  );
}

/** Presses Ctrl-C as a reader would, who tries again; what still holds the terminal then is ended by its engine. */
async function interrupt(drive: Drive, raw: string, notes: string[]): Promise<Driven> {
  for (let tries = 1; tries <= 4; tries += 1) {
    if (tries < 4) drive.session.press('\x03');
    else await killHeld(drive);
    const typed = await drive.session.goOn({ deadlineMs: interruptMs, signal: drive.signal });
    if (typed.kind === 'ended') {
      const slow =
        tries === 1 ? [] : [tries < 4 ? `needed Ctrl-C ${tries} times` : 'did not end with Ctrl-C'];
      await killHeld(drive);
      return { kind: 'interrupted', raw: typed.raw, notes: [...notes, ...slow] };
    }
    if (typed.kind === 'closed') break;
  }
  const blame = pageIsWrong('Ctrl-C does not end it', 'tell the reader how to get the prompt back');
  return { kind: 'stopped', raw, notes, terminalLost: true, blame };
}

// The prompt may come back while the container goes on, and with it its port.
async function killHeld({ ran, machine, containers }: Drive): Promise<void> {
  const held = await heldContainer(ran, machine, containers);
  if (held !== null) await machine.run(`docker kill ${held.id}`, { timeoutMs: 30_000 });
}

/** Ends a command that won't end by itself; the terminal is lost when nothing helps. */
async function stop(drive: Drive, raw: string, blame: Blame): Promise<Driven> {
  for (const keys of ['\x03', '\x03', '\x04', '\x1c']) {
    drive.session.press(keys);
    const typed = await drive.session.goOn({ deadlineMs: interruptMs / 5, signal: drive.signal });
    if (typed.kind === 'closed') break;
    if (typed.kind !== 'ended') continue;
    await killHeld(drive);
    return { kind: 'stopped', raw, notes: [], blame, terminalLost: false };
  }
  await killHeld(drive);
  return { kind: 'stopped', raw, notes: [], blame, terminalLost: true };
}

function overdue(command: PlannedCommand, ran: string, raw: string): Blame {
  const seconds = Math.round((command.timeoutMs ?? defaultTimeoutMs) / 1000);
  const isPulling =
    wordsOf(ran).some((words) => dockerCall(words) !== null) && layerLine.test(raw.slice(-2000));
  const cause = {
    whose: 'time',
    message: `had not ended after ${seconds} s and was ended`,
    hint: 'give it longer with <!-- verify: timeout=10m -->',
    line: null,
  } as const;
  return { verdict: isPulling ? 'blocked' : 'failed', cause };
}

const layerLine = /[0-9a-f]{12}:? (?:Pulling|Waiting|Downloading|Extracting|Verifying)/;

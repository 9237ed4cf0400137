import { type Blame, pageIsWrong } from '../blame/failure.ts';
import { replError } from '../judge/repl-error.ts';
import { answerQuestion } from '../terminal/answer-question.ts';
import { atPrompt } from '../terminal/at-prompt.ts';
import { withoutEcho } from '../terminal/console-prompt.ts';
import { questionAtEnd } from '../terminal/question.ts';
import type { Typed } from '../terminal/typed.ts';
import type { Drive, Driven } from './drive.ts';
import { driveForeground, endForeground, keptTerminal } from './drive-foreground.ts';
import { deadlineOf, overdue, stop } from './end-command.ts';
import { serverInForeground, turnsToContainer } from './foreground.ts';
import { halfTerminal } from './half-terminal.ts';

// After so long without a sign of life it is asked what a command waits for.
const quietMs = 4_000;

/** Types a command and stays with it until it has ended, has opened a shell, or has been ended. */
export async function driveCommand(drive: Drive): Promise<Driven> {
  switch (drive.command.trait.kind) {
    case 'opens':
      return driveOpening(drive, drive.command.trait.room);
    case 'foreground':
      return driveForeground(drive);
    case 'plain':
    case 'meant-to-fail':
    case 'leaves':
    // Those below are never typed: `excuseOf` keeps them back.
    case 'other-system':
    case 'by-hand':
    case 'skip':
      return drivePlain(drive);
  }
}

async function driveOpening(drive: Drive, room: 'shell' | 'repl'): Promise<Driven> {
  const { session, signal, command } = drive;
  const until = performance.now() + deadlineOf(command);
  const options = () => ({
    deadlineMs: Math.max(1, until - performance.now()),
    signal,
    prompt: room,
    quietMs,
  });
  const notes: string[] = [];
  let typed = await session.type(drive.ran, options());
  while (typed.kind === 'quiet') {
    const blame = await whyQuiet(drive, typed.raw, notes);
    if (blame === 'kept') return endForeground(drive, notes);
    if (blame !== null) return stop(drive, typed.raw, blame);
    // A shell that was there before shows its prompt when Enter is pressed.
    if (turnsToContainer(drive.ran)) session.press('\r');
    typed = await session.goOn(options());
  }
  const { raw } = typed;
  if (typed.kind === 'ended') return { kind: 'ended', statuses: typed.statuses, raw, notes };
  if (typed.kind === 'closed') return { kind: 'closed', raw, notes };
  if (typed.kind === 'deadline') return stop(drive, raw, overdue(command, drive.ran, raw));
  if (room === 'repl') session.enterRepl(typed.prompt);
  else if (!(await session.enterShell(signal)))
    return stop(drive, raw, pageIsWrong('what it opened does not answer as a shell', null));
  return { kind: 'opened', raw: withoutPrompt(raw), notes, prompt: typed.prompt };
}

async function drivePlain(drive: Drive): Promise<Driven> {
  const { session, signal, command } = drive;
  const until = performance.now() + deadlineOf(command);
  const left = (): number => Math.max(1, until - performance.now());
  const notes: string[] = [];
  let typed: Typed = await session.type(drive.ran, { deadlineMs: left(), signal, quietMs });
  for (;;) {
    if (typed.kind === 'ended') return { kind: 'ended', statuses: typed.statuses, raw: typed.raw, notes };
    if (typed.kind === 'answered') return answered(typed, drive.ran, notes);
    if (typed.kind === 'closed') return { kind: 'closed', raw: typed.raw, notes };
    if (typed.kind === 'deadline') return stop(drive, typed.raw, overdue(command, drive.ran, typed.raw));
    const half = halfTerminal(drive.ran, typed.raw);
    if (half !== null) return stop(drive, typed.raw, half);
    const waiting = await atPrompt(drive, typed.raw, notes);
    if (waiting !== null) return waiting;
    const blame = await whyQuiet(drive, typed.raw, notes);
    if (blame === 'kept')
      return drive.staysOpen ? { kind: 'held', raw: typed.raw, notes } : endForeground(drive, notes);
    if (blame !== null) return stop(drive, typed.raw, blame);
    typed = await session.goOn({ deadlineMs: left(), signal, quietMs, answer: session.reader === 'repl' });
  }
}

/** What a silent command waits for: answers a question, or says why it won't end; null when it may just be slow. */
async function whyQuiet(drive: Drive, raw: string, notes: string[]): Promise<Blame | 'kept' | null> {
  const unanswered = answerQuestion(drive, raw, notes);
  if (unanswered !== null || questionAtEnd(raw) !== null) return unanswered;
  const server = await serverInForeground(drive.ran, drive.machine, drive.containers);
  if (server === null) return null;
  const blame = keptTerminal(server, drive, false);
  if (blame !== null) return blame;
  notes.push(`keeps the terminal (“${server.name}” is a server)`);
  await drive.whileRunning(raw);
  return 'kept';
}

function answered({ prompt, raw }: Typed & { kind: 'answered' }, ran: string, notes: string[]): Driven {
  const shown = withoutEcho(withoutPrompt(raw), ran);
  return { kind: 'answered', prompt, error: replError(prompt, shown), raw: shown, notes };
}

function withoutPrompt(raw: string): string {
  return raw.slice(0, raw.lastIndexOf('\n') + 1);
}

import type { PlannedCommand } from '../../model/plan.ts';
import { type Blame, pageIsWrong } from '../blame/failure.ts';
import { checkOutput } from '../expect/check-expectations.ts';
import { atPrompt } from '../terminal/at-prompt.ts';
import { screenText } from '../terminal/screen.ts';
import type { Typed } from '../terminal/typed.ts';
import type { Drive, Driven } from './drive.ts';
import { deadlineOf, interrupt, overdue, stop } from './end-command.ts';
import {
  heldContainer,
  holdsTerminal,
  needsServer,
  type Server,
  serverInForeground,
  turnsToContainer,
} from './foreground.ts';

const settledMs = 1_500;
// What never falls silent (`stats`, the logs of a busy service) has been seen after this long.
const chatterMs = 6_000;
const lookMs = 300;
const inFlightMs = 50;

/** Types a command that keeps the terminal, and stays with it until what the page promises has been seen or it has settled. */
export async function driveForeground(drive: Drive): Promise<Driven> {
  const { session, signal, command } = drive;
  const until = performance.now() + deadlineOf(command);
  const left = (): number => Math.max(1, until - performance.now());
  let typed = await session.type(drive.ran, {
    deadlineMs: Math.min(left(), chatterMs),
    signal,
    quietMs: settledMs,
  });
  // Silence before its container runs is no settling, and neither is the noise of a pull.
  while ((typed.kind === 'quiet' || typed.kind === 'deadline') && !(await hasStarted(drive, typed.raw))) {
    if (left() <= 1) return stop(drive, typed.raw, overdue(command, drive.ran, typed.raw));
    typed = await session.goOn({ deadlineMs: Math.min(left(), chatterMs), signal, quietMs: settledMs });
  }
  // What was taken for a server may have opened a shell.
  const waiting = holdsTerminal(drive.ran) ? await atPrompt(drive, typed.raw, []) : null;
  return ended(typed) ?? waiting ?? lookAt(drive, typed.raw);
}

/** Looks at a command that keeps the terminal: is it in the way of what follows, does it do what the page promises? */
async function lookAt(drive: Drive, raw: string): Promise<Driven> {
  const server = await serverInForeground(drive.ran, drive.machine, drive.containers);
  const blame = server === null ? null : keptTerminal(server, drive, true);
  if (blame !== null) return stop(drive, raw, blame);
  await drive.whileRunning(raw);
  if (drive.staysOpen) return { kind: 'held', raw, notes: [] };
  return endForeground(drive);
}

/** Waits until the output promised of a running command is there, or patience ends, then presses Ctrl-C. */
export async function endForeground(drive: Drive, notes: string[] = []): Promise<Driven> {
  const { session, signal, command } = drive;
  const until = performance.now() + drive.patienceMs;
  // What has just ended may not have said so yet.
  let typed = await session.goOn({ deadlineMs: inFlightMs, signal });
  while (typed.kind === 'deadline' && performance.now() < until) {
    const { reports } = checkOutput(command.expectations, await screenText(typed.raw), drive.circumstances);
    if (reports.every((report) => report.held !== false)) break;
    typed = await session.goOn({ deadlineMs: lookMs, signal });
  }
  return ended(typed) ?? interrupt(drive, typed.raw, notes);
}

function ended(typed: Typed): Driven | null {
  if (typed.kind === 'ended') return { kind: 'ended', statuses: typed.statuses, raw: typed.raw, notes: [] };
  return typed.kind === 'closed' ? { kind: 'closed', raw: typed.raw, notes: [] } : null;
}

async function hasStarted({ ran, machine, containers }: Drive, raw: string): Promise<boolean> {
  if (holdsTerminal(ran))
    return (
      (raw.trim() !== '' || turnsToContainer(ran)) && (await heldContainer(ran, machine, containers)) !== null
    );
  return true;
}

/** What is wrong when a server keeps the terminal that later commands are typed into while they need it; or null. */
export function keptTerminal(server: Server, { command, later }: Drive, saidToStay: boolean): Blame | null {
  const needing = needsServer(server, later, { saidToStay, terminal: terminalOf(command) });
  if (needing === null) return null;
  return pageIsWrong(
    `keeps the terminal: the container “${server.name}” runs in the foreground, and line ${needing.place.line} needs it while typing goes on`,
    'add -d, or tell the reader to go on in another terminal',
  );
}

/** Whether the page goes on in another terminal, so that what runs here is left running. */
export function isLeftRunning(command: PlannedCommand, later: readonly PlannedCommand[]): boolean {
  const next = later.find(({ trait }) => trait.kind !== 'other-system' && trait.kind !== 'skip');
  return next !== undefined && terminalOf(next) !== terminalOf(command);
}

function terminalOf({ terminal = 1 }: PlannedCommand): number {
  return terminal;
}

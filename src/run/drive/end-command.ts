import type { PlannedCommand } from '../../model/plan.ts';
import { dockerCall } from '../../shell/docker-call.ts';
import { wordsOf } from '../../shell/words-of.ts';
import { type Blame, pageIsWrong } from '../blame/failure.ts';
import { lastLineOf } from '../terminal/last-line.ts';
import type { Drive, Driven } from './drive.ts';
import { heldContainer } from './foreground.ts';

const interruptMs = 11_000;

/** Presses Ctrl-C as a reader would, who tries again; what still holds the terminal then is ended by its engine. */
export async function interrupt(drive: Drive, raw: string, notes: string[]): Promise<Driven> {
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
async function killHeld({ ran, machine, containers, heldId }: Drive): Promise<void> {
  const id = heldId ?? (await heldContainer(ran, machine, containers))?.id;
  if (id !== undefined) await machine.run(`docker kill ${id}`, { timeoutMs: 30_000 });
}

/** Ends a command that won't end by itself; the terminal is lost when nothing helps. */
export async function stop(drive: Drive, raw: string, blame: Blame): Promise<Driven> {
  // Some that ask for a password only end when they have been given one.
  for (const keys of ['\x03', '\x03', '\r', '\x04', '\x1c']) {
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

/** Whose fault it is that a command went on until its deadline. */
export function overdue(command: PlannedCommand, ran: string, raw: string): Blame {
  const seconds = Math.round(deadlineOf(command) / 1000);
  const isPulling =
    wordsOf(ran).some((words) => dockerCall(words) !== null) && layerLine.test(raw.slice(-2000));
  const asked = lastLineOf(raw).trim();
  const isAsking = /[:?>\])]$/.test(asked);
  const cause = {
    whose: 'time',
    message: `had not ended after ${seconds} s and was ended${isAsking ? `, and seems to wait for an answer to “${asked}”` : ''}`,
    hint: isAsking ? 'show what the reader answers' : 'give it longer with <!-- verify: timeout=10m -->',
    line: null,
  } as const;
  return { verdict: isPulling ? 'blocked' : 'failed', cause };
}

/** How long a command may take, in milliseconds. */
export function deadlineOf(command: PlannedCommand): number {
  return command.timeoutMs ?? defaultTimeoutMs;
}

const defaultTimeoutMs = 300_000;
const layerLine = /[0-9a-f]{12}:? (?:Pulling|Waiting|Downloading|Extracting|Verifying)/;

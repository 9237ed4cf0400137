import type { Failure } from '../../src/run/blame/failure.ts';
import type { ShellWord } from '../../src/shell/parse-shell.ts';
import { fakeMachine } from './fake-machine.ts';

/** A command of plain words that has printed this and failed. */
export async function failureOf(ran: string, output: string): Promise<Failure> {
  const commands = [ran.split(' ').map((text) => ({ text }) as ShellWord)];
  const machine = await fakeMachine();
  return { ran, commands, output, statuses: [1], machine, images: [], done: [], windowStep: null };
}

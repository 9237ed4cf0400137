import { onTestFinished } from 'vitest';
import type { Failure } from '../../src/run/blame/failure.ts';
import type { ShellWord } from '../../src/shell/parse-shell.ts';
import { fakeMachine } from './fake-machine.ts';

/** A command of plain words that has printed this and failed, on a machine that goes when the test ends. */
export async function failureOf(ran: string, output: string): Promise<Failure> {
  const commands = [ran.split(' ').map((text) => ({ text }) as ShellWord)];
  const machine = await fakeMachine();
  onTestFinished(() => machine[Symbol.asyncDispose]());
  return { ran, commands, output, statuses: [1], machine, images: [], done: [], windowStep: null };
}

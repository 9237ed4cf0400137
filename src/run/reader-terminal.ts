import type { Machine, Terminal } from '../machine/machine.ts';
import { terminalSize } from './screen.ts';
import { Session } from './session.ts';

/** The reader's terminal in a machine; opened again when a command has ended its shell. */
export class ReaderTerminal implements AsyncDisposable {
  private readonly machine: Machine;
  private readonly signal: AbortSignal;
  private terminal: Terminal | null = null;
  private current: Session | null = null;

  constructor(machine: Machine, signal: AbortSignal) {
    this.machine = machine;
    this.signal = signal;
  }

  /** The session at its prompt; a new one where there is none or the last one has ended. */
  async session(): Promise<Session> {
    if (this.current !== null && !this.current.closed) return this.current;
    await this[Symbol.asyncDispose]();
    this.terminal = await this.machine.openTerminal(terminalSize);
    this.current = new Session(this.terminal);
    await this.current.begin(this.signal);
    return this.current;
  }

  /** Ends what runs in it; the next `session()` opens a new one. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.current?.dispose();
    this.current = null;
    await this.terminal?.[Symbol.asyncDispose]();
    this.terminal = null;
  }
}

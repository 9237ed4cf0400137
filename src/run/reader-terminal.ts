import type { Machine, Terminal } from '../machine/machine.ts';
import { terminalSize } from './screen.ts';
import { Session } from './session.ts';

const leaveMs = 5_000;

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

  /**
   * Leaves the shells that are open inside beyond `depth` (0: only the login shell). False when fewer are open, so
   * that what belongs inside must not be typed.
   */
  async leaveTo(depth: number): Promise<boolean> {
    const session = await this.session();
    for (let tries = 0; session.depth - 1 > depth && tries < 5; tries += 1) {
      session.press('\x04');
      await session.goOn({ deadlineMs: leaveMs, signal: this.signal });
    }
    return session.depth - 1 === depth;
  }

  /** Ends what runs in it; the next `session()` opens a new one. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.current?.dispose();
    this.current = null;
    await this.terminal?.[Symbol.asyncDispose]();
    this.terminal = null;
  }
}

/** The terminals that a post uses, by the number the page gives them; each is opened when it is first typed into. */
export class ReaderTerminals implements AsyncDisposable {
  private readonly machine: Machine;
  private readonly signal: AbortSignal;
  private readonly opened = new Map<number, ReaderTerminal>();

  constructor(machine: Machine, signal: AbortSignal) {
    this.machine = machine;
    this.signal = signal;
  }

  get(number: number): ReaderTerminal {
    const terminal = this.opened.get(number) ?? new ReaderTerminal(this.machine, this.signal);
    this.opened.set(number, terminal);
    return terminal;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.opened.values()].map((terminal) => terminal[Symbol.asyncDispose]()));
  }
}

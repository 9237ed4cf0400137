import type { Machine, Terminal } from '../../machine/machine.ts';
import { quoteWord } from '../quote-word.ts';
import { terminalSize } from './screen.ts';
import { Session } from './session.ts';

const leaveMs = 5_000;
// Ctrl-P Ctrl-Q.
const detachKeys = '\x10\x11';
const homeFolder = '/home/reader';

/** The reader's terminal in a machine; opened again when a command has ended its shell. */
export class ReaderTerminal implements AsyncDisposable {
  private readonly machine: Machine;
  private readonly signal: AbortSignal;
  private readonly startsIn: string | null;
  private terminal: Terminal | null = null;
  private current: Session | null = null;
  /** How many of the open rooms the plan knows nothing of. */
  private unannounced = 0;

  /** `startsIn`: the directory it opens in; null for the reader's home. */
  constructor(machine: Machine, signal: AbortSignal, startsIn: string | null) {
    this.machine = machine;
    this.signal = signal;
    this.startsIn = startsIn;
  }

  /** The session at its prompt; a new one where there is none or the last one has ended. */
  async session(): Promise<Session> {
    if (this.current !== null && !this.current.closed) return this.current;
    await this[Symbol.asyncDispose]();
    this.terminal = await this.machine.openTerminal(terminalSize);
    this.current = new Session(this.terminal);
    await this.current.begin(this.signal);
    if (this.startsIn !== null)
      await this.current.type(` cd -- ${quoteWord(this.startsIn)}`, {
        deadlineMs: leaveMs,
        signal: this.signal,
      });
    return this.current;
  }

  /** The directory in which its shell stands, whatever runs in it; the reader's home before it is opened. */
  async folder(): Promise<string> {
    return (await this.terminal?.folder()) ?? this.startsIn ?? homeFolder;
  }

  /**
   * Leaves the shells that are open inside beyond `depth` (0: only the login shell), by ending them or with the keys that
   * leave a container running; also those that opened without notice, unless the next command is typed into them
   * (`staysInside`). False when fewer are open, so that what belongs inside must not be typed.
   */
  async leaveTo(
    depth: number,
    { how, staysInside }: { how: 'ending' | 'detaching'; staysInside: boolean },
  ): Promise<boolean> {
    const session = await this.session();
    const beyond = Math.max(0, session.depth - 1 - depth);
    this.unannounced = staysInside ? Math.min(this.unannounced, beyond) : 0;
    for (let tries = 0; session.depth - 1 > depth + this.unannounced && tries < 5; tries += 1) {
      session.press(how === 'detaching' && tries === 0 ? detachKeys : '\x04');
      await session.goOn({ deadlineMs: leaveMs, signal: this.signal });
    }
    return session.depth - 1 === depth + this.unannounced;
  }

  /** Leaves what opened without notice: a reader who saves a file does so outside. */
  async leaveUnannounced(): Promise<void> {
    if (this.unannounced === 0) return;
    const session = await this.session();
    await this.leaveTo(session.depth - 1 - this.unannounced, { how: 'ending', staysInside: false });
  }

  /** Takes note that a command has opened a shell or a program inside of which the page does not tell. */
  enteredUnannounced(): void {
    this.unannounced += 1;
  }

  /** Ends what runs in it; the next `session()` opens a new one. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.unannounced = 0;
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
  private last: ReaderTerminal | null = null;

  constructor(machine: Machine, signal: AbortSignal) {
    this.machine = machine;
    this.signal = signal;
  }

  /** The one with this number. A new one opens where the last one stands, as tabs of most terminals do. */
  async turnTo(number: number): Promise<ReaderTerminal> {
    let terminal = this.opened.get(number);
    if (terminal === undefined) {
      terminal = new ReaderTerminal(this.machine, this.signal, (await this.last?.folder()) ?? null);
      this.opened.set(number, terminal);
    }
    this.last = terminal;
    return terminal;
  }

  /** Ends what runs in one; it opens anew when it is turned to again. */
  async close(number: number): Promise<void> {
    await this.opened.get(number)?.[Symbol.asyncDispose]();
  }

  /** The one that the reader turned to last. */
  async latest(): Promise<ReaderTerminal> {
    return this.last ?? this.turnTo(1);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.opened.values()].map((terminal) => terminal[Symbol.asyncDispose]()));
  }
}

import { randomBytes } from 'node:crypto';
import type { Terminal } from '../machine/machine.ts';
import { armLine, type Mark, promptAtEnd } from './marks.ts';
import { Received } from './received.ts';

/** What came of typing something: how it ended, and the raw bytes until then (without the mark). */
export type Typed =
  /** A shell we armed gave its prompt: the same one, or an outer one because the inner one was left. */
  | { kind: 'ended'; statuses: number[]; raw: string; left: number }
  /** A prompt that isn't ours stands at the end: an inner shell or REPL waits for input. */
  | { kind: 'prompt'; prompt: string; raw: string }
  /** Nothing was printed for as long as asked. */
  | { kind: 'quiet'; raw: string }
  /** `enough` said so. */
  | { kind: 'enough'; raw: string }
  | { kind: 'deadline'; raw: string }
  /** The shell of the terminal has ended. */
  | { kind: 'closed'; raw: string };

export interface TypeOptions {
  deadlineMs: number;
  signal: AbortSignal;
  /** Also end at a foreign prompt of this sort. */
  prompt?: 'shell' | 'repl';
  /** Also end when nothing has been printed for this long. */
  quietMs?: number;
  /** Also end when this holds of the output so far. */
  enough?: (raw: string) => boolean;
}

type Room = { kind: 'shell'; token: string } | { kind: 'repl'; prompt: string };

const answerMs = 15_000;

/**
 * A login shell on a TTY and the shells opened inside it, as a stack of rooms. Knows when a command has ended by
 * the mark that the room's prompt prints.
 */
export class Session {
  private readonly terminal: Terminal;
  private readonly stopListening: () => void;
  private readonly rooms: Room[] = [];
  private readonly watchers = new Set<() => void>();
  private readonly received = new Received(({ token }) => this.depthOf(token) > 0);
  private lastDataAt = performance.now();
  private ended = false;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
    this.stopListening = terminal.onData((text) => this.take(text));
    void terminal.closed.then(() => {
      this.ended = true;
      this.wake();
    });
  }

  /** How many shells deep the terminal is: 1 in the login shell. */
  get depth(): number {
    return this.rooms.length;
  }

  /** What reads the text that is typed next. */
  get reader(): 'shell' | 'repl' {
    return this.rooms.at(-1)?.kind ?? 'shell';
  }

  get closed(): boolean {
    return this.ended;
  }

  /** Waits for the shell's own first prompt and arms it. Throws when none comes. */
  async begin(signal: AbortSignal): Promise<void> {
    const first = await this.wait({ deadlineMs: answerMs, signal, prompt: 'shell' });
    if (first.kind !== 'prompt')
      throw new Error(`the login shell gave no prompt (${first.kind}): ${first.raw}`);
    const armed = await this.enterShell(signal);
    if (!armed) throw new Error('the login shell did not take its prompt mark');
  }

  /** Types a text and Enter, and waits for what comes of it. */
  async type(text: string, options: TypeOptions): Promise<Typed> {
    this.forget();
    this.terminal.write(`${this.keys(text)}\r`);
    const room = this.rooms.at(-1);
    if (room?.kind === 'repl') return this.wait({ ...options, enough: (raw) => answered(raw, room.prompt) });
    return this.wait(options);
  }

  /** Goes on waiting for what was typed last. */
  async goOn(options: TypeOptions): Promise<Typed> {
    return this.wait(options);
  }

  /** Answers a question of the command that runs; the answer stands in its output, as echo would show it. */
  answer(text: string): void {
    this.received.add(`${text}\r\n`);
    this.terminal.write(`${text}\r`);
  }

  /** Presses keys such as `\x03` (Ctrl-C) while a command runs. */
  press(keys: string): void {
    this.terminal.write(keys);
  }

  /** Arms the shell whose prompt stands there now. False when it does not answer as a shell. */
  async enterShell(signal: AbortSignal): Promise<boolean> {
    const token = randomBytes(4).toString('hex');
    this.rooms.push({ kind: 'shell', token });
    this.forget();
    this.terminal.write(`${armLine(token)}\r`);
    const armed = await this.wait({ deadlineMs: answerMs, signal });
    if (armed.kind === 'ended' && armed.left === 0) return true;
    this.rooms.pop();
    return false;
  }

  /** Arms the room's shell again when it has lost its mark; gives the exit status that it had before, or null. */
  async armAgain(signal: AbortSignal): Promise<number[] | null> {
    const room = this.rooms.at(-1);
    if (room?.kind !== 'shell') return null;
    this.forget();
    this.terminal.write(` seaworthy_status=$?; ${armLine(room.token).trim()}; (exit $seaworthy_status)\r`);
    const armed = await this.wait({ deadlineMs: answerMs, signal });
    return armed.kind === 'ended' ? armed.statuses : null;
  }

  /** Remembers that a REPL with this prompt has been opened. */
  enterRepl(prompt: string): void {
    this.rooms.push({ kind: 'repl', prompt });
  }

  dispose(): void {
    this.stopListening();
  }

  private keys(text: string): string {
    const lines = text.replaceAll('\n', '\r');
    // A shell with line editing would complete at a tab; Ctrl-V takes it literally.
    return this.rooms.length > 1 ? lines.replaceAll('\t', '\x16\t') : lines;
  }

  private take(text: string): void {
    this.received.add(text);
    this.lastDataAt = performance.now();
    this.wake();
  }

  private wake(): void {
    for (const watcher of this.watchers) watcher();
  }

  private forget(): void {
    this.received.clear();
  }

  private wait(options: TypeOptions): Promise<Typed> {
    return new Promise((resolve, reject) => {
      let quietTimer: NodeJS.Timeout | undefined;
      const finish = (settle: () => void): void => {
        clearTimeout(deadline);
        clearTimeout(quietTimer);
        this.watchers.delete(look);
        options.signal.removeEventListener('abort', abort);
        settle();
      };
      const abort = (): void => finish(() => reject(options.signal.reason));
      const look = (): void => {
        const typed = this.outcome(options);
        if (typed !== null) finish(() => resolve(typed));
        if (typed !== null || options.quietMs === undefined) return;
        clearTimeout(quietTimer);
        quietTimer = setTimeout(look, Math.max(1, options.quietMs - (performance.now() - this.lastDataAt)));
      };
      const deadline = setTimeout(
        () => finish(() => resolve({ kind: 'deadline', raw: this.received.text })),
        options.deadlineMs,
      );
      if (options.signal.aborted) {
        abort();
        return;
      }
      options.signal.addEventListener('abort', abort);
      this.watchers.add(look);
      this.lastDataAt = performance.now();
      look();
    });
  }

  private outcome(options: TypeOptions): Typed | null {
    const taken = this.received.takeMark();
    if (taken !== null) return this.endedAt(taken);
    const raw = this.received.text;
    if (this.ended) return { kind: 'closed', raw };
    if (options.enough?.(raw) === true) return { kind: 'enough', raw };
    if (options.prompt !== undefined) {
      const prompt = promptAtEnd(raw, options.prompt);
      if (prompt !== null) return { kind: 'prompt', prompt, raw };
    }
    const quietFor = performance.now() - this.lastDataAt;
    if (options.quietMs !== undefined && quietFor >= options.quietMs) return { kind: 'quiet', raw };
    return null;
  }

  /** How many rooms deep the shell with this token is; 0 when it is none of ours. */
  private depthOf(token: string): number {
    return this.rooms.findIndex((room) => room.kind === 'shell' && room.token === token) + 1;
  }

  // A mark ends one command only: what is waited for next must bring its own.
  private endedAt({ mark, before }: { mark: Mark; before: string }): Typed {
    const depth = this.depthOf(mark.token);
    const left = this.rooms.length - depth;
    this.rooms.splice(depth);
    return { kind: 'ended', statuses: mark.statuses, raw: before, left };
  }
}

function answered(raw: string, prompt: string): boolean {
  return promptAtEnd(raw, 'repl') === prompt && raw.includes('\n');
}

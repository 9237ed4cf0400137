import { randomBytes } from 'node:crypto';
import type { Terminal } from '../../machine/machine.ts';
import { consoleKeys, pasteMode } from './console-prompt.ts';
import { armAgainLine, armLine, type Mark } from './marks.ts';
import { Received } from './received.ts';
import { promptStandsAfterMs, standingPrompt } from './standing-prompt.ts';

/** What came of typing something: how it ended, and the raw bytes until then (without the mark). */
export type Typed =
  /** A shell we armed gave its prompt: the same one, or an outer one because the inner one was left. */
  | { kind: 'ended'; statuses: number[]; raw: string; left: number }
  /** A prompt that isn't ours stands at the end: an inner shell or REPL waits for input. */
  | { kind: 'prompt'; prompt: string; raw: string }
  /** Nothing was printed for as long as asked. */
  | { kind: 'quiet'; raw: string }
  /** The console that is open gave its prompt again. */
  | { kind: 'answered'; prompt: string; raw: string }
  | { kind: 'deadline'; raw: string }
  /** The shell of the terminal has ended. */
  | { kind: 'closed'; raw: string };

export interface TypeOptions {
  deadlineMs: number;
  signal: AbortSignal;
  /** Also end at a foreign prompt of this sort, or at the first one of the login shell. */
  prompt?: 'shell' | 'login' | 'repl';
  /** Also end when nothing has been printed for this long. */
  quietMs?: number;
  /** Also end when the console that is open gives its prompt again. */
  answer?: boolean;
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
  /** Whether what runs has asked the terminal to mark what is pasted. */
  private takesPastes = false;

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
    const first = await this.wait({ deadlineMs: answerMs, signal, prompt: 'login' });
    if (first.kind !== 'prompt')
      throw new Error(`the login shell gave no prompt (${first.kind}): ${first.raw}`);
    const armed = await this.enterShell(signal);
    if (!armed) throw new Error('the login shell did not take its prompt mark');
  }

  /** Types a text and Enter, and waits for what comes of it. */
  async type(text: string, options: TypeOptions): Promise<Typed> {
    this.forget();
    this.terminal.write(this.keys(text));
    return this.wait({ ...options, answer: this.reader === 'repl' });
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
    const token = newToken();
    this.rooms.push({ kind: 'shell', token });
    this.forget();
    this.terminal.write(`${armLine(token)}\r`);
    const armed = await this.wait({ deadlineMs: answerMs, signal });
    if (armed.kind === 'ended' && armed.left === 0) return true;
    this.rooms.pop();
    return false;
  }

  /**
   * Arms the shell whose prompt stands there although its mark was waited for: the room's own, which has lost it, or
   * (`entered`) another that was opened inside, unless it can only have taken the place of that (`exec bash`). Gives
   * the exit status that it had before; null when none answers.
   */
  async armAgain(
    signal: AbortSignal,
    { isReplaced }: { isReplaced: boolean },
  ): Promise<{ statuses: number[]; entered: boolean } | null> {
    const room = this.rooms.at(-1);
    if (room?.kind !== 'shell') return null;
    const token = isReplaced ? room.token : newToken();
    if (!isReplaced) this.rooms.push({ kind: 'shell', token });
    this.forget();
    this.terminal.write(armAgainLine({ own: room.token, other: token }));
    const armed = await this.wait({ deadlineMs: answerMs, signal });
    if (armed.kind === 'ended') return { statuses: armed.statuses, entered: !isReplaced && armed.left === 0 };
    if (!isReplaced) this.rooms.pop();
    return null;
  }

  /** Remembers that a REPL with this prompt has been opened. */
  enterRepl(prompt: string): void {
    this.rooms.push({ kind: 'repl', prompt });
  }

  dispose(): void {
    this.stopListening();
  }

  private keys(text: string): string {
    const room = this.rooms.at(-1);
    if (room?.kind === 'repl') return consoleKeys(text, { prompt: room.prompt, pastes: this.takesPastes });
    const lines = `${text.replaceAll('\n', '\r')}\r`;
    // A shell with line editing would complete at a tab; Ctrl-V takes it literally.
    return this.rooms.length > 1 ? lines.replaceAll('\t', '\x16\t') : lines;
  }

  private take(text: string): void {
    this.received.add(text);
    this.takesPastes = pasteMode(text) ?? this.takesPastes;
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
        clearTimeout(quietTimer);
        const quietFor = performance.now() - this.lastDataAt;
        const next = looksAfter(options).find((ms) => ms > quietFor);
        if (typed === null && next !== undefined)
          quietTimer = setTimeout(look, Math.max(1, Math.ceil(next - quietFor)));
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
    const quietFor = performance.now() - this.lastDataAt;
    const room = options.answer === true ? this.rooms.at(-1) : undefined;
    const open = room?.kind === 'repl' ? room : null;
    const prompt = standingPrompt(raw, quietFor, { sort: options.prompt, console: open?.prompt ?? null });
    if (prompt !== null && open === null) return { kind: 'prompt', prompt, raw };
    if (prompt !== null && open !== null) {
      open.prompt = prompt;
      return { kind: 'answered', prompt, raw };
    }
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

function newToken(): string {
  return randomBytes(4).toString('hex');
}

// How long nothing must have come for something to be told from it.
function looksAfter({ quietMs, answer, prompt }: TypeOptions): number[] {
  const prompts = answer === true || prompt !== undefined ? promptStandsAfterMs : [];
  return [...prompts, ...(quietMs === undefined ? [] : [quietMs])].sort((a, b) => a - b);
}

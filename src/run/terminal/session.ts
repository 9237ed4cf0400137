import { randomBytes } from 'node:crypto';
import type { Terminal } from '../../machine/machine.ts';
import { consoleKeys, pasteMode } from './console-prompt.ts';
import { armAgainLine, armLine, type Mark } from './marks.ts';
import { Received } from './received.ts';
import { promptStandsAfterMs, standingPrompt } from './standing-prompt.ts';
import type { Typed, TypeOptions } from './typed.ts';
import { waitFor } from './wait-for.ts';

/** What reads the terminal: a shell that we armed, told by the token of its mark, or a console with its prompt. */
type Room = { kind: 'shell'; token: string } | { kind: 'repl'; prompt: string };

// How long a shell may take to give its prompt, or to take another.
const answerMs = 15_000;

/**
 * A login shell on a TTY and the shells opened inside it, as a stack of rooms. Knows when a command has ended by
 * the mark that the room's prompt prints.
 */
export class Session {
  private readonly terminal: Terminal;
  private readonly stopListening: () => void;
  private readonly rooms: Room[] = [];
  private readonly listeners = new Set<() => void>();
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
    for (const listener of this.listeners) listener();
  }

  private forget(): void {
    this.received.clear();
  }

  private wait(options: TypeOptions): Promise<Typed> {
    this.lastDataAt = performance.now();
    return waitFor<Typed>(
      {
        look: () => this.outcome(options),
        lookAgainMs: () => msToNextLook(options, this.quietForMs()),
        late: () => ({ kind: 'deadline', raw: this.received.text }),
      },
      { listeners: this.listeners, deadlineMs: options.deadlineMs, signal: options.signal },
    );
  }

  private quietForMs(): number {
    return performance.now() - this.lastDataAt;
  }

  private outcome(options: TypeOptions): Typed | null {
    const taken = this.received.takeMark();
    if (taken !== null) return this.endedAt(taken);
    const raw = this.received.text;
    if (this.ended) return { kind: 'closed', raw };
    const quietFor = this.quietForMs();
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

// In how many milliseconds the quiet will be long enough for something to be told from it; null when it never will.
function msToNextLook({ quietMs, answer, prompt }: TypeOptions, quietForMs: number): number | null {
  const prompts = answer === true || prompt !== undefined ? promptStandsAfterMs : [];
  const telling = [...prompts, ...(quietMs === undefined ? [] : [quietMs])].filter((ms) => ms > quietForMs);
  return telling.length === 0 ? null : Math.min(...telling) - quietForMs;
}

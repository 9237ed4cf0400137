import type { EventEmitter } from 'node:events';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** npm passes on a Ctrl-C that the terminal has sent already, so a second one this soon is the same one. */
const sameKeyMs = 500;
const cleaningUpMs = 20_000;

/**
 * What ends a command early: the first signal aborts `signal`, so that everything is cleaned up; the second one ends
 * the process at once. A crash outside the command's own promise chain aborts too, with a deadline for cleaning up.
 */
export class Interruption {
  readonly #controller = new AbortController();
  readonly #exit: (code: number) => void;
  readonly #now: () => number;
  #exitCode: number | null = null;
  #since = 0;

  /** `exit` ends the process at once; `now` is a clock in milliseconds. */
  constructor(exit: (code: number) => void, now: () => number = () => performance.now()) {
    this.#exit = exit;
    this.#now = now;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** What the process must end with; null when nothing interrupted it. */
  get exitCode(): number | null {
    return this.#exitCode;
  }

  /** Listens to the signals of `source` (the process); `onFirst` is called once, before anything is aborted. */
  listen(source: EventEmitter, onFirst: () => void): void {
    for (const name of signals) source.on(name, () => this.#interrupt(onFirst));
  }

  /** Ends with `code` once the command has cleaned up, or after 20 s. */
  crash(code: number): void {
    this.#exitCode = code;
    this.#controller.abort();
    setTimeout(() => this.#exit(code), cleaningUpMs);
  }

  #interrupt(onFirst: () => void): void {
    const now = this.#now();
    if (this.#controller.signal.aborted) {
      if (now - this.#since > sameKeyMs) this.#exit(130);
      return;
    }
    this.#since = now;
    this.#exitCode = 130;
    onFirst();
    this.#controller.abort();
  }
}

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

/** For how long to wait for what comes of what was typed, and what else ends the waiting. */
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

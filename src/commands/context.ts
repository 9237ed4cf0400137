/** The world as a command sees it; `cli.ts` makes the real one, tests make their own. */
export interface CommandContext {
  /** Absolute; paths on the command line are relative to it. */
  cwd: string;
  /** Absolute folder of Seaworthy itself (where `site/` and `scripts/` lie). */
  home: string;
  /** Absolute folder for what may be kept from run to run by this version of the code; null: nowhere. */
  cacheFolder: string | null;
  /** The bundled `build/pages/page-worker.ts`; null where there is none, as in tests. */
  workerFile: string | null;
  env: Readonly<Record<string, string | undefined>>;
  stdout(text: string): void;
  stderr(text: string): void;
  /** Whether stderr is a terminal whose lines may be redrawn. */
  isTTY: boolean;
  columns: number;
  color: boolean;
  now(): Date;
  /** Aborted by the first SIGINT or SIGTERM: clean up, then end with 130. */
  signal: AbortSignal;
}

/** 0 well · 1 the posts are wrong · 2 wrong usage · 3 something outside is missing · 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

import type { EngineInfo } from '../model/report.ts';

/** Makes machines, and removes what earlier runs left. */
export interface MachineFactory {
  /** A machine whose engine answers. Throws MachineError when none can be had. */
  open(options: OpenOptions): Promise<Machine>;
}

/** What a machine is opened for. */
export interface OpenOptions {
  name: string;
  /** Whether a post's main way is walked on it, or another way that its reader may take. */
  walks: 'main' | 'alternative';
  signal: AbortSignal;
  /** The size of the terminal that will be asked for first: it is opened while the engine starts. */
  terminal?: TerminalSize;
}

/** The size of a terminal, in letters. */
export interface TerminalSize {
  columns: number;
  rows: number;
}

/** A factory that also knows what its machines are made of. Disposing it removes the machines that are still open. */
export interface MachineSource extends MachineFactory, AsyncDisposable {
  /** Null when a part of it can't be known. `images`: names as pages write them. */
  originOf(images: readonly string[], signal: AbortSignal): Promise<Origin | null>;
}

/** All outside of a page that its verdict may depend on; equal origins give equal machines. */
export interface Origin {
  /** The author's engine and kernel. */
  engine: string;
  /** The machines' image, with its engine, Compose and Buildx. */
  machine: string;
  registry: string;
  /** Digest of each image that was asked for; `absent` when the registry has none. */
  images: Record<string, string>;
}

/** A disposable Linux computer with its own Docker Engine. Disposing removes it with all that is in it. */
export interface Machine extends AsyncDisposable {
  readonly id: string;
  readonly engine: EngineInfo;
  /** Whether nobody has worked on it before. */
  readonly isFresh: boolean;
  /** The command with which a person enters it: `docker exec -it … `. */
  readonly enterWith: string;
  /** A new terminal: the reader's login shell on a TTY, nothing typed yet. */
  openTerminal(size: TerminalSize): Promise<Terminal>;
  /**
   * Runs a POSIX shell script as root, out of the reader's sight and without a TTY.
   * Costs a few milliseconds (one hidden shell stays open). Output beyond 8 MiB is cut.
   */
  run(
    script: string,
    options?: { timeoutMs?: number; signal?: AbortSignal; input?: string },
  ): Promise<HiddenResult>;
  /** What is wrong with it, asked from outside; null when it is whole. */
  injury(): Promise<Injury | null>;
  /** Leaves the machine running for a person to enter; disposing it afterwards does nothing. */
  keep(): void;
}

/** How a machine has come to harm. Apart from `gone` and `stopped`, only commands that were typed in it can have done that. */
export type Injury =
  /** The container itself is not there any more: its engine ended, or somebody removed it. */
  | { kind: 'gone' }
  /** More was written to the disk than a machine may. */
  | { kind: 'disk' }
  /** All processes were in use: this many. */
  | { kind: 'processes'; most: number }
  /** The kernel ended something for want of memory. */
  | { kind: 'memory' }
  /** A program that every Linux has is not there any more. */
  | { kind: 'program'; name: string }
  /** No Docker Engine runs in it. */
  | { kind: 'engine' }
  /** Its first process has ended. */
  | { kind: 'stopped' };

/** What came of a script that was run out of the reader's sight. */
export interface HiddenResult {
  /** 124 when the deadline ended it. */
  exitStatus: number;
  stdout: string;
  stderr: string;
}

/** The bytes of a TTY, decoded as UTF-8. Disposing ends what runs on it. */
export interface Terminal extends AsyncDisposable {
  write(text: string): void;
  /** Calls back with every piece of output until the returned function is called. */
  onData(listener: (text: string) => void): () => void;
  /** The absolute path of the directory in which its login shell stands, whatever runs in it; null when it has ended. */
  folder(): Promise<string | null>;
  /** Resolves when the shell has ended or the machine is gone. */
  readonly closed: Promise<void>;
}

/** No machine can be had, or it went away. `whose` says what is missing, `hint` what to do. */
export class MachineError extends Error {
  override readonly name = 'MachineError';
  readonly whose: 'engine' | 'machine' | 'registry' | 'disk';
  readonly hint: string;
  constructor(message: string, options: { whose: MachineError['whose']; hint: string; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.whose = options.whose;
    this.hint = options.hint;
  }
}

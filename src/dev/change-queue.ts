/** What has happened to a file or a folder: it is there (again), it is gone, or a post has been verified. */
export type ChangeKind = 'there' | 'gone' | 'proven';

/** What has changed, by path. */
export type Changes = ReadonlyMap<string, ChangeKind>;

// A save is one change and is wanted at once. An editor that writes anew removes the file first, and programs such as
// `git checkout` go on for a while.
const quietMs = { save: 10, removal: 120, many: 150 };
const few = 4;
// However long changes go on, they are answered after this, and once more in the end: what watches files leaves out what
// follows within a few milliseconds, so only a text that is read in quiet is sure to be the last one.
const boundMs = 2_000;

/** Collects changes until nothing more comes, so that what belongs together is answered once. */
export class ChangeQueue {
  readonly #pending = new Map<string, ChangeKind>();
  #since = 0;
  #wake: (() => void) | null = null;

  /** Notes that something happened to `path`. */
  add(path: string, kind: ChangeKind): void {
    if (this.#pending.size === 0) this.#since = Date.now();
    // A post that was saved in the meantime is to be read, whatever was proven of it.
    if (kind !== 'proven' || !this.#pending.has(path)) this.#pending.set(path, kind);
    this.#wake?.();
  }

  /** Whether there are changes that nobody has taken yet. */
  get isEmpty(): boolean {
    return this.#pending.size === 0;
  }

  /** Waits for changes, then for quiet, and gives them; null when `signal` ends the waiting. */
  async next(signal: AbortSignal): Promise<Changes | null> {
    let kept = -1;
    while (!signal.aborted && (this.#pending.size === 0 || kept !== 0)) {
      kept = await this.#pause(this.#waitMs(), signal);
    }
    if (signal.aborted) return null;
    const changes = new Map(this.#pending);
    if (this.#isOverdue) this.#since = Date.now();
    else this.#pending.clear();
    return changes;
  }

  get #isOverdue(): boolean {
    return Date.now() >= this.#since + boundMs;
  }

  /** How long nothing may happen until the changes are taken; null: until there are some. */
  #waitMs(): number | null {
    if (this.#pending.size === 0) return null;
    const isRemoval = [...this.#pending.values()].includes('gone');
    const quiet = this.#pending.size > few ? quietMs.many : isRemoval ? quietMs.removal : quietMs.save;
    return Math.max(0, Math.min(quiet, this.#since + boundMs - Date.now()));
  }

  /** Gives 0 when the time has passed in quiet, 1 when something happened before. */
  #pause(ms: number | null, signal: AbortSignal): Promise<0 | 1> {
    return new Promise((resolve) => {
      const timer = ms === null ? null : setTimeout(() => end(0), ms);
      const end = (result: 0 | 1): void => {
        if (timer !== null) clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        this.#wake = null;
        resolve(result);
      };
      const onAbort = (): void => end(1);
      signal.addEventListener('abort', onAbort);
      this.#wake = () => end(1);
    });
  }
}

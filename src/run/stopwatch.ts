/** Tells Seaworthy's own time from the time that commands, the engine and waiting take. */
export class Stopwatch {
  private readonly startedAt = performance.now();
  private outsideMs = 0;

  /** Runs something whose time is not ours. */
  async outside<T>(work: () => Promise<T>): Promise<T> {
    const before = performance.now();
    try {
      return await work();
    } finally {
      this.outsideMs += performance.now() - before;
    }
  }

  /** Milliseconds spent by Seaworthy itself since the start. */
  get ownMs(): number {
    return performance.now() - this.startedAt - this.outsideMs;
  }
}

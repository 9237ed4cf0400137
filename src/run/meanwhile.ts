/**
 * Looks into the machine that nobody has to wait for: they go on while the page's next commands are typed, as long as
 * those only look too, so that both find what they would have found one after the other.
 */
export class Meanwhile {
  private last: Promise<unknown> = Promise.resolve();

  /** Begins a look as soon as those begun before have ended; none begins after one that threw. */
  begin(look: () => Promise<void>): void {
    this.last = this.last.then(look);
    // Whoever waits for it hears of the error; until then it must not end the process.
    this.last.catch(() => undefined);
  }

  /** Waits for all looks that were begun. Throws what one of them has thrown. */
  async done(): Promise<void> {
    await this.last;
  }

  /** Waits until no look goes on any more, whatever came of it. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.last.catch(() => undefined);
  }
}

import type { Recording } from '../../model/proof.ts';
import type { CommandContext } from '../context.ts';
import { explainError } from '../explain-error.ts';
import type { VerifiedOne } from '../verify/verify-one.ts';

/** How a post is verified, and who hears of it. */
export interface BackgroundOptions {
  /** Verifies one post; ends early and cleans up when the context's signal is aborted. */
  verify(post: string, context: CommandContext): Promise<VerifiedOne>;
  /** Gets what was seen of each post as soon as it is there. */
  onRecordings(recordings: ReadonlyMap<string, Recording>): void;
}

/** So many posts changed at once are no work of an author who wants to see what a post does now. */
const most = 5;

/**
 * Verifies posts one after the other while others go on working, the newest save first. A newer save ends the run of
 * an older one, whose post comes later again.
 */
export class BackgroundVerify implements AsyncDisposable {
  readonly #options: BackgroundOptions;
  readonly #context: CommandContext;
  #waiting: string[] = [];
  #running: { post: string; interruption: AbortController } | null = null;
  #working: Promise<void> = Promise.resolve();
  #toldReason = '';

  constructor(options: BackgroundOptions, context: CommandContext) {
    this.#options = options;
    this.#context = context;
  }

  /** Takes note of a save: `posts` (paths) are to be verified; `others` are files that can't be, such as broken posts. */
  saved(posts: readonly string[], others: readonly string[]): void {
    const running = this.#running?.post ?? null;
    const before = running === null ? this.#waiting : [running, ...this.#waiting];
    const left = before.filter((post) => !posts.includes(post) && !others.includes(post));
    this.#waiting = left.filter((post) => post !== running);
    if (posts.length > most) {
      this.#context.stdout(
        `${posts.length} posts have changed at once: not verified now. \`npm run verify -- --changed\` does.\n`,
      );
    }
    if (posts.length > 0 && posts.length <= most) this.#waiting = [...posts, ...left];
    else if (running === null || left.includes(running)) return;
    this.#running?.interruption.abort();
    this.#working = this.#working.then(() => this.#work());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#waiting = [];
    this.#running?.interruption.abort();
    await this.#working;
  }

  async #work(): Promise<void> {
    for (let post = this.#waiting.shift(); post !== undefined; post = this.#waiting.shift()) {
      const interruption = new AbortController();
      const signal = AbortSignal.any([this.#context.signal, interruption.signal]);
      this.#running = { post, interruption };
      try {
        this.#tell(await this.#options.verify(post, { ...this.#context, signal }));
      } catch (error) {
        if (!signal.aborted) this.#context.stderr(explainError(error, { debug: false }).message);
      }
      this.#running = null;
    }
  }

  #tell(result: VerifiedOne): void {
    switch (result.kind) {
      case 'interrupted':
        return;
      case 'impossible':
        // Said once: an author without an engine knows it by now.
        if (result.reason !== this.#toldReason) this.#context.stderr(`Not verified: ${result.reason}\n`);
        this.#toldReason = result.reason;
        return;
      case 'verified':
        this.#toldReason = '';
        this.#context.stdout(result.text);
        this.#options.onRecordings(result.recordings);
    }
  }
}

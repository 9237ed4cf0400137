import { formatProgress, type ReplayProgress } from '../../report/terminal/live.ts';
import type { CommandContext } from '../context.ts';

const redrawMs = 100;

/** The progress of a run on stderr: one line that is redrawn on a terminal, plain lines elsewhere. */
export class LiveProgress implements Disposable {
  private readonly context: CommandContext;
  private readonly timer: NodeJS.Timeout | null;
  private readonly running = new Map<string, Omit<ReplayProgress, 'elapsedMs'> & { since: number }>();

  constructor(context: CommandContext) {
    this.context = context;
    this.timer = context.isTTY ? setInterval(() => this.redraw(), redrawMs) : null;
  }

  /** What is being done for a post now; `command` null while its machine starts. */
  show(progress: Omit<ReplayProgress, 'elapsedMs'>): void {
    const known = this.running.get(progress.post);
    this.running.set(progress.post, { ...progress, since: known?.since ?? Date.now() });
    if (known === undefined && this.timer === null) this.context.stderr(`verifying ${progress.post}\n`);
  }

  /** Ends a post's part with a line that stays. */
  finish(post: string, line: string): void {
    this.running.delete(post);
    this.clear();
    this.context.stderr(`${line}\n`);
  }

  [Symbol.dispose](): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.clear();
  }

  private redraw(): void {
    const oldest = this.running.values().next().value;
    if (oldest === undefined) return;
    const line = formatProgress({ ...oldest, elapsedMs: Date.now() - oldest.since }, this.context.columns);
    this.context.stderr(`\r\x1b[2K${line}`);
  }

  private clear(): void {
    if (this.timer !== null) this.context.stderr('\r\x1b[2K');
  }
}

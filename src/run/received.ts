import { findMark, type Mark, markReach } from './marks.ts';

const mostKept = 8 * 1024 * 1024;

/**
 * What a terminal has printed since something was typed. Of very much the beginning and the end are kept. Marks are
 * looked for in what is new only, so that a gigabyte takes no longer than its bytes.
 */
export class Received {
  private kept = '';
  /** The end of what is kept, in which no mark has been looked for yet. */
  private unsearched = '';

  get text(): string {
    return this.kept;
  }

  add(text: string): void {
    this.kept += text;
    this.unsearched += text;
    if (this.kept.length <= mostKept) return;
    const part = mostKept / 4;
    this.kept = `${this.kept.slice(0, part)}\r\n[…]\r\n${this.kept.slice(-part)}`;
  }

  clear(): void {
    this.kept = '';
    this.unsearched = '';
  }

  /**
   * The first mark that `isOurs`, which is taken out together with all before it; null when there is none yet. Other
   * marks are output of the page and stay.
   */
  takeUntilMark(isOurs: (mark: Mark) => boolean): { mark: Mark; before: string } | null {
    for (let from = 0; ; ) {
      const mark = findMark(this.unsearched, from);
      if (mark === null) {
        this.unsearched = this.unsearched.slice(Math.max(from, this.unsearched.length - markReach));
        return null;
      }
      from = mark.end;
      if (!isOurs(mark)) continue;
      const start = this.kept.length - this.unsearched.length + mark.start;
      const before = this.kept.slice(0, Math.max(0, start));
      this.kept = this.unsearched.slice(mark.end);
      this.unsearched = this.kept;
      return { mark, before };
    }
  }
}

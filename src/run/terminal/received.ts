import { findMark, type Mark, markReach } from './marks.ts';

const mostKept = 8 * 1024 * 1024;

/** A mark, and all that came before it. */
export interface MarkedText {
  mark: Mark;
  before: string;
}

/**
 * What a terminal has printed since something was typed. Of very much the beginning and the end are kept. Marks are
 * looked for as they come and in what is new only, so that a gigabyte takes no longer than its bytes, and no more
 * memory when nobody waits for it.
 */
export class Received {
  private readonly isOurs: (mark: Mark) => boolean;
  private kept = '';
  /** The end of what is kept, in which a mark may have begun. */
  private unsearched = '';
  /** The first mark that is ours, and what came before it; what is kept came behind it. */
  private found: MarkedText | null = null;

  /** Marks that are not `isOurs` are output of the page and stay in it. */
  constructor(isOurs: (mark: Mark) => boolean) {
    this.isOurs = isOurs;
  }

  /** All of it; marks that are ours are in it no longer once they have been taken. */
  get text(): string {
    return (this.found?.before ?? '') + this.kept;
  }

  add(text: string): void {
    this.kept += text;
    this.unsearched += text;
    // What stands behind the first is looked at when that one is taken.
    if (this.found === null) this.search();
    else this.unsearched = '';
    if (this.kept.length <= mostKept) return;
    const part = mostKept / 4;
    this.kept = `${this.kept.slice(0, part)}\r\n[…]\r\n${this.kept.slice(-part)}`;
  }

  clear(): void {
    this.kept = '';
    this.unsearched = '';
    this.found = null;
  }

  /** The first mark that is ours, which is taken out together with all before it; null when there is none yet. */
  takeMark(): MarkedText | null {
    if (this.found === null) this.search();
    const { found, kept } = this;
    if (found === null) return null;
    this.clear();
    // Searched when it is asked for next: what is ours may have changed until then.
    this.kept = kept;
    this.unsearched = kept;
    return found;
  }

  private search(): void {
    for (let from = 0; ; ) {
      const mark = findMark(this.unsearched, from);
      if (mark === null) {
        this.unsearched = this.unsearched.slice(Math.max(from, this.unsearched.length - markReach));
        return;
      }
      from = mark.end;
      if (!this.isOurs(mark)) continue;
      const behind = this.unsearched.slice(mark.end);
      const start = this.kept.length - this.unsearched.length + mark.start;
      this.found = { mark, before: this.kept.slice(0, Math.max(0, start)) };
      this.kept = behind;
      this.unsearched = '';
      return;
    }
  }
}

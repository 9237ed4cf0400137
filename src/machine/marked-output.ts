const wordLimit = 64;

/** The bytes between two marks in a stream that goes on: what one script of several printed. */
export interface MarkedOutput {
  /** Takes the next piece of the stream; true once the end mark and its word have been seen. */
  feed(chunk: Buffer): boolean;
  /** What stood between the marks so far, as UTF-8, cut at the limit. */
  text(): string;
  /** The words behind the begin and the end mark; null until seen. */
  readonly begin: string | null;
  readonly end: string | null;
}

/** Waits for `<mark word;` and then collects up to `>mark word;`. Keeps at most `limit` bytes. */
export function markedOutput(mark: string, limit: number): MarkedOutput {
  const kept: Buffer[] = [];
  let keptBytes = 0;
  let pending: Buffer = Buffer.alloc(0);
  let begin: string | null = null;
  let end: string | null = null;

  function keep(bytes: Buffer): void {
    const part = bytes.subarray(0, Math.max(0, limit - keptBytes));
    if (part.length > 0) kept.push(Buffer.from(part));
    keptBytes += part.length;
  }

  function takeMark(start: string): string | null {
    const at = pending.indexOf(start + mark);
    // What can't be the start of a mark any more is settled.
    const settled = at >= 0 ? at : Math.max(0, pending.length - (start.length + mark.length - 1));
    if (begin !== null) keep(pending.subarray(0, settled));
    pending = pending.subarray(settled);
    const wordStart = start.length + mark.length;
    const semicolon = at >= 0 ? pending.subarray(0, wordStart + wordLimit).indexOf(';', wordStart) : -1;
    if (semicolon < 0) return null;
    const word = pending.subarray(wordStart, semicolon).toString('latin1').trim();
    pending = pending.subarray(semicolon + 1);
    return word;
  }

  return {
    feed(chunk) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      if (begin === null) begin = takeMark('<');
      if (begin !== null && end === null) end = takeMark('>');
      return end !== null;
    },
    text() {
      // Without its end mark, what could have been the start of one is output after all.
      const rest = begin !== null && end === null ? pending.subarray(0, Math.max(0, limit - keptBytes)) : [];
      return Buffer.concat([...kept, Buffer.from(rest)]).toString('utf8');
    },
    get begin() {
      return begin;
    },
    get end() {
      return end;
    },
  };
}

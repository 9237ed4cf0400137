import type { Terminal, TerminalSize } from './machine.ts';

type Open = (size: TerminalSize) => Promise<Terminal>;

/** A way to open terminals, of which the first may have been opened before anybody asked. */
export interface MachineTerminals {
  open: Open;
  /** Opens the first one now. What goes wrong is told when it is asked for. */
  prepare(size: TerminalSize): void;
  /** Ends the one that nobody asked for. */
  close(): Promise<void>;
}

/** Wraps `open`: who asks for a terminal of the prepared size gets the prepared one, the first time. */
export function terminalsOf(open: Open): MachineTerminals {
  let prepared: { size: TerminalSize; opening: Promise<Terminal> } | null = null;
  return {
    prepare(size) {
      const opening = open(size);
      opening.catch(() => undefined);
      prepared = { size, opening };
    },
    open(size) {
      if (prepared === null || !isSame(prepared.size, size)) return open(size);
      const { opening } = prepared;
      prepared = null;
      return opening;
    },
    async close() {
      const terminal = await prepared?.opening.catch(() => null);
      prepared = null;
      await terminal?.[Symbol.asyncDispose]();
    },
  };
}

function isSame(one: TerminalSize, other: TerminalSize): boolean {
  return one.columns === other.columns && one.rows === other.rows;
}

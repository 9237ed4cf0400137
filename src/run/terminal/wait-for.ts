/** Something that is waited for, which may come with news or only with time. */
export interface Awaited<Found> {
  /** Gives it once it is there; null until then. */
  look(): Found | null;
  /** In how many milliseconds to look again although there is no news; null when only news can bring it. */
  lookAgainMs(): number | null;
  /** What is given instead at the deadline. */
  late(): Found;
}

/**
 * Looks at once, at all news and when time alone may have brought what is waited for. `listeners` are called at news; one
 * is in it for as long as this waits. Rejects with the signal's reason when that aborts.
 */
export function waitFor<Found>(
  awaited: Awaited<Found>,
  { listeners, deadlineMs, signal }: { listeners: Set<() => void>; deadlineMs: number; signal: AbortSignal },
): Promise<Found> {
  return new Promise((resolve, reject) => {
    let again: NodeJS.Timeout | undefined;
    const finish = (settle: () => void): void => {
      clearTimeout(deadline);
      clearTimeout(again);
      listeners.delete(look);
      signal.removeEventListener('abort', abort);
      settle();
    };
    const abort = (): void => finish(() => reject(signal.reason));
    const look = (): void => {
      clearTimeout(again);
      const found = awaited.look();
      if (found !== null) {
        finish(() => resolve(found));
        return;
      }
      const ms = awaited.lookAgainMs();
      if (ms !== null) again = setTimeout(look, Math.max(1, Math.ceil(ms)));
    };
    const deadline = setTimeout(() => finish(() => resolve(awaited.late())), deadlineMs);
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener('abort', abort);
    listeners.add(look);
    look();
  });
}

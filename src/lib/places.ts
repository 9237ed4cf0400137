/** Places for things that may run at once. `take` waits for a free one; what it gives back is to be called after. */
export interface Places {
  take(): Promise<() => void>;
}

/** Makes a number of places, given in the order in which they were asked for. */
export function makePlaces(count: number): Places {
  const waiting: (() => void)[] = [];
  let free = count;
  const giveBack = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return {
    async take() {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      return giveBack;
    },
  };
}

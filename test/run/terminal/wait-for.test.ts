import { describe, expect, it } from 'vitest';
import { type Awaited, waitFor } from '../../../src/run/terminal/wait-for.ts';

/** Something that is there after so many looks, and with time alone only where `again` says so. */
function afterLooks(count: number, again: number | null = null): Awaited<string> {
  let looks = 0;
  return {
    look: () => (++looks > count ? 'found' : null),
    lookAgainMs: () => again,
    late: () => 'late',
  };
}

const deadlineMs = 20_000;
const never = new AbortController().signal;

describe('what is waited for', () => {
  it('is given at once when it is there', async () => {
    const listeners = new Set<() => void>();
    expect(await waitFor(afterLooks(0), { listeners, deadlineMs, signal: never })).toBe('found');
    expect(listeners.size).toBe(0);
  });

  it('is given at the news that brings it', async () => {
    const listeners = new Set<() => void>();
    const waiting = waitFor(afterLooks(2), { listeners, deadlineMs, signal: never });
    for (const _ of [1, 2]) for (const listener of listeners) listener();
    expect(await waiting).toBe('found');
  });

  it('is looked for again where time alone may bring it', async () => {
    expect(await waitFor(afterLooks(3, 0.1), { listeners: new Set(), deadlineMs, signal: never })).toBe(
      'found',
    );
  });

  it('is given up at the deadline', async () => {
    expect(await waitFor(afterLooks(9), { listeners: new Set(), deadlineMs: 1, signal: never })).toBe('late');
  });

  it.each(['before', 'while'])('is given up when the signal aborts %s it is waited for', async (when) => {
    const listeners = new Set<() => void>();
    const controller = new AbortController();
    if (when === 'before') controller.abort(new Error('enough'));
    const waiting = waitFor(afterLooks(9), { listeners, deadlineMs, signal: controller.signal });
    if (when === 'while') controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    expect(listeners.size).toBe(0);
  });
});

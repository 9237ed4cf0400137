import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ChangeQueue } from '../../src/dev/change-queue.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const endless = new AbortController().signal;

/** Whether a promise has been resolved after so many more milliseconds. */
async function isDoneAfter(promise: Promise<unknown>, ms: number): Promise<boolean> {
  let isDone = false;
  promise.then(() => {
    isDone = true;
  });
  await vi.advanceTimersByTimeAsync(ms);
  return isDone;
}

test('a save is given at once, with all that came in the same moment', async () => {
  const queue = new ChangeQueue();
  const next = queue.next(endless);
  queue.add('a.md', 'there');
  queue.add('b.md', 'there');
  expect(await isDoneAfter(next, 50)).toBe(true);
  expect([...(await next)!]).toEqual([
    ['a.md', 'there'],
    ['b.md', 'there'],
  ]);
  expect(queue.isEmpty).toBe(true);
});

test('a removal waits for the file to come back, as editors do it', async () => {
  const queue = new ChangeQueue();
  const next = queue.next(endless);
  queue.add('a.md', 'gone');
  expect(await isDoneAfter(next, 50)).toBe(false);
  queue.add('a.md', 'there');
  expect(await isDoneAfter(next, 50)).toBe(true);
  expect([...(await next)!]).toEqual([['a.md', 'there']]);
});

test('two hundred files that change with pauses between are given once', async () => {
  const queue = new ChangeQueue();
  const next = queue.next(endless);
  for (let number = 0; number < 200; number++) {
    queue.add(`${number}.md`, 'there');
    if (number % 10 === 9) expect(await isDoneAfter(next, 60)).toBe(false);
  }
  expect(await isDoneAfter(next, 300)).toBe(true);
  expect((await next)!.size).toBe(200);
});

test('changes that go on for long are given, and once more when they have stopped', async () => {
  const queue = new ChangeQueue();
  const next = queue.next(endless);
  let isDone = false;
  next.then(() => {
    isDone = true;
  });
  for (let number = 0; number < 600 && !isDone; number++) {
    queue.add('log.md', 'there');
    await vi.advanceTimersByTimeAsync(5);
  }
  expect(isDone).toBe(true);
  const last = queue.next(endless);
  expect(await isDoneAfter(last, 50)).toBe(true);
  expect([...(await last)!.keys()]).toEqual(['log.md']);
  expect(queue.isEmpty).toBe(true);
});

test('what comes while nobody asks is there for the next who does', async () => {
  const queue = new ChangeQueue();
  queue.add('a.md', 'there');
  await vi.advanceTimersByTimeAsync(1000);
  expect(queue.isEmpty).toBe(false);
  const next = queue.next(endless);
  await vi.advanceTimersByTimeAsync(50);
  expect((await next)!.has('a.md')).toBe(true);
});

test('a proof does not hide that the post was saved again', async () => {
  const queue = new ChangeQueue();
  queue.add('a.md', 'there');
  queue.add('a.md', 'proven');
  const next = queue.next(endless);
  await vi.advanceTimersByTimeAsync(50);
  expect((await next)!.get('a.md')).toBe('there');
});

test('an interruption ends the waiting', async () => {
  const interruption = new AbortController();
  const next = new ChangeQueue().next(interruption.signal);
  interruption.abort();
  expect(await next).toBeNull();
});

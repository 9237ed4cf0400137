import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { Interruption } from '../../src/lib/interruption.ts';

function sample() {
  const exit = vi.fn();
  const first = vi.fn();
  const clock = { ms: 1000 };
  const source = new EventEmitter();
  const interruption = new Interruption(exit, () => clock.ms);
  interruption.listen(source, first);
  return { exit, first, clock, source, interruption };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s aborts, and the process is to end with 130', (signal) => {
  const { source, interruption, exit, first } = sample();
  expect(interruption.exitCode).toBeNull();
  source.emit(signal);
  expect(interruption.signal.aborted).toBe(true);
  expect(interruption.exitCode).toBe(130);
  expect(first).toHaveBeenCalledTimes(1);
  expect(exit).not.toHaveBeenCalled();
});

test('the same Ctrl-C passed on by npm does not count as a second one', () => {
  const { source, clock, exit, first } = sample();
  source.emit('SIGINT');
  clock.ms += 50;
  source.emit('SIGINT');
  expect(exit).not.toHaveBeenCalled();
  expect(first).toHaveBeenCalledTimes(1);
});

test('a second signal ends the process at once', () => {
  const { source, clock, exit } = sample();
  source.emit('SIGINT');
  clock.ms += 2000;
  source.emit('SIGTERM');
  expect(exit).toHaveBeenCalledWith(130);
});

test('a crash aborts, keeps its own exit code and has a deadline', () => {
  vi.useFakeTimers();
  const { interruption, exit } = sample();
  interruption.crash(70);
  expect(interruption.signal.aborted).toBe(true);
  expect(interruption.exitCode).toBe(70);
  vi.advanceTimersByTime(20_000);
  expect(exit).toHaveBeenCalledWith(70);
  vi.useRealTimers();
});

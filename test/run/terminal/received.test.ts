import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Received } from '../../../src/run/terminal/received.ts';

const mark = (token: string): string => `\x1b]133;D;${token};1;0 1\x07`;
const isOurs = ({ token }: { token: string }): boolean => token === 'ours';

describe('Received', () => {
  it('finds our mark wherever the pieces of the stream are cut, and leaves what is behind it', () => {
    const stream = `before${mark('forged')}more${mark('ours')}behind`;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: stream.length - 1 }), { maxLength: 8 }), (cuts) => {
        const received = new Received(isOurs);
        let found: ReturnType<Received['takeMark']> = null;
        let from = 0;
        for (const to of [...cuts.sort((a, b) => a - b), stream.length]) {
          received.add(stream.slice(from, to));
          found ??= received.takeMark();
          from = to;
        }
        expect(found?.before).toBe(`before${mark('forged')}more`);
        expect(found?.mark.statuses).toEqual([0, 1]);
        expect(received.text).toBe('behind');
        expect(received.takeMark()).toBe(null);
      }),
    );
  });

  it('keeps the beginning and the end of very much', () => {
    const received = new Received(isOurs);
    received.add('first');
    for (let piece = 0; piece < 40; piece += 1) {
      received.add('x'.repeat(1024 * 1024));
      expect(received.takeMark()).toBe(null);
    }
    received.add(`last${mark('ours')}`);
    const before = received.takeMark()?.before ?? '';
    expect(before.slice(0, 5)).toBe('first');
    expect(before.slice(-4)).toBe('last');
    expect(before).toContain('[…]');
    expect(before.length).toBeLessThan(9 * 1024 * 1024);
  });

  it('keeps no more of what nobody waits for, and finds the mark in it afterwards', () => {
    const received = new Received(isOurs);
    received.add(`held${mark('ours')}`);
    for (let piece = 0; piece < 40; piece += 1) received.add('x'.repeat(1024 * 1024));
    expect(JSON.stringify(received).length).toBeLessThan(9 * 1024 * 1024);
    expect(received.takeMark()?.before).toBe('held');
    expect(received.takeMark()).toBe(null);
  });

  it('finds the second mark when the first one has been taken', () => {
    const received = new Received(isOurs);
    received.add(`one${mark('ours')}two`);
    received.add(`${mark('ours')}three`);
    expect(received.text).not.toBe('');
    expect([received.takeMark()?.before, received.takeMark()?.before]).toEqual(['one', 'two']);
    expect(received.text).toBe('three');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Received } from '../../src/run/received.ts';

const mark = (token: string): string => `\x1b]133;D;${token};0 1\x07`;
const isOurs = ({ token }: { token: string }): boolean => token === 'ours';

describe('Received', () => {
  it('finds our mark wherever the pieces of the stream are cut, and leaves what is behind it', () => {
    const stream = `before${mark('forged')}more${mark('ours')}behind`;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: stream.length - 1 }), { maxLength: 8 }), (cuts) => {
        const received = new Received();
        let found: ReturnType<Received['takeUntilMark']> = null;
        let from = 0;
        for (const to of [...cuts.sort((a, b) => a - b), stream.length]) {
          received.add(stream.slice(from, to));
          found ??= received.takeUntilMark(isOurs);
          from = to;
        }
        expect(found?.before).toBe(`before${mark('forged')}more`);
        expect(found?.mark.statuses).toEqual([0, 1]);
        expect(received.text).toBe('behind');
        expect(received.takeUntilMark(isOurs)).toBe(null);
      }),
    );
  });

  it('keeps the beginning and the end of very much', () => {
    const received = new Received();
    received.add('first');
    for (let piece = 0; piece < 40; piece += 1) {
      received.add('x'.repeat(1024 * 1024));
      expect(received.takeUntilMark(isOurs)).toBe(null);
    }
    received.add(`last${mark('ours')}`);
    const before = received.takeUntilMark(isOurs)?.before ?? '';
    expect(before.slice(0, 5)).toBe('first');
    expect(before.slice(-4)).toBe('last');
    expect(before).toContain('[…]');
    expect(before.length).toBeLessThan(9 * 1024 * 1024);
  });
});

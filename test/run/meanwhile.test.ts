import { describe, expect, it } from 'vitest';
import type { Machine } from '../../src/machine/machine.ts';
import { Meanwhile } from '../../src/run/meanwhile.ts';
import { fakeMachine } from '../helpers/fake-machine.ts';
import { planOf } from '../helpers/plan-of.ts';
import { replay } from '../helpers/replay-fake.ts';

describe('looks meanwhile', () => {
  it('go on one after the other, and are waited for', async () => {
    await using meanwhile = new Meanwhile();
    const order: string[] = [];
    meanwhile.begin(async () => {
      await Promise.resolve();
      order.push('first');
    });
    meanwhile.begin(async () => void order.push('second'));
    expect(order).toEqual([]);
    await meanwhile.done();
    expect(order).toEqual(['first', 'second']);
  });

  it('tell whoever waits what one of them has thrown, and are ended all the same', async () => {
    const meanwhile = new Meanwhile();
    let went = false;
    meanwhile.begin(() => Promise.reject(new Error('gone')));
    meanwhile.begin(async () => {
      went = true;
    });
    await meanwhile[Symbol.asyncDispose]();
    await expect(meanwhile.done()).rejects.toThrow('gone');
    expect(went).toBe(false);
  });
});

/** Replays commands, a block each, and gives in their order what was typed and which hidden looks ended. */
async function orderOf(
  sketches: Parameters<typeof planOf>,
  onLook: (look: string, typed: (start: string) => Promise<void>) => Promise<void>,
): Promise<string[]> {
  const order: string[] = [];
  const waiting = new Map<string, () => void>();
  const typed = (start: string): Promise<void> =>
    new Promise((resolve) => {
      if (order.includes(start)) resolve();
      else waiting.set(start, resolve);
    });
  const open = async (): Promise<Machine> => {
    const machine = await fakeMachine();
    return {
      ...machine,
      async openTerminal(size) {
        const terminal = await machine.openTerminal(size);
        return {
          ...terminal,
          write(text) {
            const line = text.trim();
            order.push(line);
            waiting.get(line)?.();
            terminal.write(text);
          },
        };
      },
      async run(script, options) {
        const look = / --help|\bevents\b/.exec(script)?.[0].trim();
        if (look !== undefined) await onLook(look, typed);
        const result = await machine.run(script, options);
        if (look !== undefined) order.push(look);
        return result;
      },
    };
  };
  await replay(planOf(...sketches), { open });
  return order.filter((line) => line === '--help' || line === 'events' || line.startsWith('docker'));
}

describe('a replay', () => {
  it('types what only looks while it looks itself', async () => {
    // Waited for before that is typed, this look would never end.
    const order = await orderOf(
      [
        { kind: 'usage', commands: ['docker ps [OPTIONS]'] },
        { kind: 'commands', commands: ['docker ps'] },
      ],
      async (look, typed) => {
        if (look === '--help') await typed('docker ps');
      },
    );
    expect(order.slice(0, 2)).toEqual(['docker ps', '--help']);
  });

  it('has looked before it types what changes something', async () => {
    const order = await orderOf(
      [
        { kind: 'commands', commands: ['docker run -d --name pier nginx'] },
        { kind: 'usage', commands: ['docker ps [OPTIONS]'] },
        { kind: 'commands', commands: ['docker rm -f pier'] },
      ],
      async () => {},
    );
    const before = order.slice(0, order.indexOf('docker rm -f pier'));
    expect(before.filter((one) => one === 'events')).toHaveLength(2);
    expect(order.lastIndexOf('--help')).toBeLessThan(before.length);
  });
});

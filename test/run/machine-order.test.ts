import { expect, test } from 'vitest';
import type { MachineFactory } from '../../src/machine/machine.ts';
import { runPost } from '../../src/run/run-post.ts';
import { fakeMachine } from '../helpers/fake-machine.ts';
import { planOf } from '../helpers/plan-of.ts';

/** Runs a post and tells the order in which its machine and its place came and went. */
async function orderOf(open: MachineFactory['open'], order: string[]): Promise<string[]> {
  await runPost(
    planOf({ kind: 'commands', commands: ['true'] }),
    { open },
    {
      signal: AbortSignal.timeout(60_000),
      today: '2026-11-24',
      takePlace: async () => () => void order.push('place given back'),
      takeTurn: async () => () => {},
      onCommand: () => {},
      keep: () => false,
      onKept: () => {},
    },
  ).catch((error: unknown) => order.push(String(error)));
  return order;
}

test('a machine gives its place to the next one before it is removed, and the run ends after that', async () => {
  const order: string[] = [];
  const open = async () => {
    const machine = await fakeMachine();
    return {
      ...machine,
      async [Symbol.asyncDispose]() {
        order.push('removal begins');
        await machine[Symbol.asyncDispose]();
        order.push('removed');
      },
    };
  };
  expect(await orderOf(open, order)).toEqual(['place given back', 'removal begins', 'removed']);
});

test('a machine that can’t be had gives its place back', async () => {
  const open = async () => Promise.reject(new Error('none'));
  expect(await orderOf(open, [])).toEqual(['place given back', 'Error: none']);
});

import { expect, test } from 'vitest';
import type { Machine } from '../../../src/machine/machine.ts';
import { meshBlame } from '../../../src/run/blame/swarm.ts';

const answering = (exitStatus: number): Machine =>
  ({ run: async () => ({ exitStatus, stdout: '', stderr: '' }) }) as unknown as Machine;

test('a port that a service publishes is out of reach where the kernel routes to none', async () => {
  expect(await meshBlame(8080, answering(0))).toMatchObject({
    verdict: 'blocked',
    cause: { whose: 'machine' },
  });
});

test('any other port is the page’s own', async () => {
  expect(await meshBlame(8080, answering(1))).toBeNull();
});

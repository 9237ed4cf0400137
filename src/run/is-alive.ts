import type { Machine } from '../machine/machine.ts';

/** Whether a machine and its engine still answer; an error in a machine that doesn't is nobody's mistake. */
export async function isAlive(machine: Machine): Promise<boolean> {
  const answer = await machine.run('docker version', { timeoutMs: 10_000 }).catch(() => null);
  return answer?.exitStatus === 0;
}

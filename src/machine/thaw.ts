import { once } from 'node:events';
import type { DockerClient } from './docker.ts';
import { execAttached } from './exec.ts';

const deadlineMs = 5_000;
// With control groups of version 1, what is frozen can't be killed, and its machine could never be removed.
const script =
  'find /sys/fs/cgroup/freezer -name freezer.state 2>/dev/null | while read -r state; do echo THAWED >"$state"; done';

/** Lets the containers that a page has left paused go on, so that their machine can be ended. A machine that doesn't answer is no error. */
export async function thaw(client: DockerClient, containerId: string): Promise<void> {
  const options = { command: ['/bin/sh', '-c', script], user: 'root', folder: '/', env: [], tty: false };
  const connection = await execAttached(client, containerId, options).catch(() => null);
  if (connection === null) return;
  connection.on('error', () => undefined);
  connection.on('data', () => undefined);
  connection.once('end', () => connection.destroy());
  await once(connection, 'close', { signal: AbortSignal.timeout(deadlineMs) }).catch(() =>
    connection.destroy(),
  );
}

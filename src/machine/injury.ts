import { once } from 'node:events';
import { demultiplex } from './demultiplex.ts';
import { type DockerClient, DockerError } from './docker.ts';
import { execAttached } from './exec.ts';
import type { Injury } from './machine.ts';

const deadlineMs = 20_000;
// image/disk-watch ends its machine with this status.
const diskIsFull = 28;

interface ContainerFacts {
  State: { Running: boolean; ExitCode: number; OOMKilled: boolean };
}

/**
 * Looks from outside what is wrong with a machine: at its container, and, where that runs, with a shell of its own that
 * starts no other program (image/injury). Null when it is whole.
 */
export async function readInjury(client: DockerClient, containerId: string): Promise<Injury | null> {
  try {
    const { State } = await client.call<ContainerFacts>('GET', `/containers/${containerId}/json`);
    if (!State.Running) return injuryOfEnded(State);
  } catch (error) {
    if (error instanceof DockerError) return { kind: 'gone' };
    throw error;
  }
  // Only what is known is held against the page: an engine that is slow or silent is not its doing.
  const injury = await printedBy(client, containerId).then(parseInjury, parseRefusal);
  return injury?.kind === 'gone' ? ((await exhaustion(client, containerId)) ?? injury) : injury;
}

interface ContainerStats {
  pids_stats?: { current?: number; limit?: number };
}

// Where not even one more process could be started, the engine outside still counts them.
async function exhaustion(client: DockerClient, containerId: string): Promise<Injury | null> {
  const path = `/containers/${containerId}/stats?stream=false&one-shot=true`;
  const stats = await client.call<ContainerStats>('GET', path, { timeoutMs: 60_000 }).catch(() => null);
  const { current = 0, limit = 0 } = stats?.pids_stats ?? {};
  // image/cgroups-start gives the reader, and the containers, three quarters each.
  return limit > 0 && current >= limit * 0.7 ? { kind: 'processes', most: current } : null;
}

function parseRefusal(error: unknown): Injury {
  const message = error instanceof Error ? error.message : '';
  return /no such file|not found/i.test(message) ? { kind: 'program', name: '/bin/sh' } : { kind: 'gone' };
}

function injuryOfEnded({ ExitCode, OOMKilled }: ContainerFacts['State']): Injury {
  if (ExitCode === diskIsFull) return { kind: 'disk' };
  return { kind: OOMKilled ? 'memory' : 'stopped' };
}

/**
 * What the script says: one thing that is wrong per line, the likeliest cause first, `whole` at the end. Silence says that
 * the connection broke off.
 */
export function parseInjury(printed: string): Injury | null {
  if (printed.trim() === '') return { kind: 'gone' };
  const lines = printed.split('\n').map((line) => line.trim());
  // Without its last word the script is not there any more, or could not run.
  if (!lines.includes('whole') && lines.every((line) => injuryOf(line) === null))
    return { kind: 'program', name: '/bin/sh' };
  return lines.map(injuryOf).find((injury) => injury !== null) ?? null;
}

function injuryOf(line: string): Injury | null {
  const [kind, detail = ''] = line.split(' ');
  switch (kind) {
    case 'processes':
      return { kind, most: Number(detail) };
    case 'program':
      return { kind, name: detail };
    case 'memory':
    case 'engine':
      return { kind };
    default:
      return null;
  }
}

async function printedBy(client: DockerClient, containerId: string): Promise<string> {
  const connection = await execAttached(client, containerId, {
    command: ['/bin/sh', '/usr/local/lib/seaworthy/injury'],
    user: 'root',
    folder: '/',
    env: [],
    tty: false,
  });
  let printed = '';
  demultiplex(connection, (_, data) => {
    printed += data.toString('utf8');
  });
  connection.on('error', () => undefined);
  connection.once('end', () => connection.destroy());
  await once(connection, 'close', { signal: AbortSignal.timeout(deadlineMs) });
  return printed;
}

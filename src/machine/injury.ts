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
  const printed = await printedBy(client, containerId).catch(() => null);
  return printed === null ? { kind: 'program', name: '/bin/sh' } : parseInjury(printed);
}

function injuryOfEnded({ ExitCode, OOMKilled }: ContainerFacts['State']): Injury {
  if (ExitCode === diskIsFull) return { kind: 'disk' };
  return { kind: OOMKilled ? 'memory' : 'stopped' };
}

/** What the script says: one thing that is wrong per line, the likeliest cause first, `whole` at the end. */
export function parseInjury(printed: string): Injury | null {
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

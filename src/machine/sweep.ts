import { type DockerClient, DockerError } from './docker.ts';
import { onlyRole } from './labels.ts';
import { MachineError } from './machine.ts';
import { ownerState, parseOwner } from './owner.ts';
import { thaw } from './thaw.ts';

interface ListedContainer {
  Id: string;
  Names: string[];
  /** Seconds since 1970. */
  Created: number;
  State: string;
  Labels: Record<string, string>;
}

interface ListedVolume {
  Name: string;
  CreatedAt?: string;
  Labels: Record<string, string> | null;
}

// Nobody can look whether an owner in another container or on another computer still lives; no run takes that long.
const foreignLimitMs = 24 * 3_600_000;
const startLimitMs = 10 * 60_000;
const removalAttempts = 20;

/**
 * Removes machines, with their volumes, whose run is dead, and volumes whose machine is gone. Live runs, machines kept
 * for a person, and everything that Seaworthy did not make stay. Gives the number of machines removed.
 */
export async function sweepMachines(client: DockerClient): Promise<number> {
  const listed = await client.call<ListedContainer[]>(
    'GET',
    `/containers/json?all=true&filters=${onlyRole('machine')}`,
  );
  const stale = listed.filter(isStale);
  await Promise.all(stale.map((container) => removeContainer(client, container.Id)));
  await sweepVolumes(client);
  return stale.length;
}

/** Removes a container with its anonymous volumes; one that is gone already, or whose engine is, is no error. */
export async function removeContainer(client: DockerClient, id: string): Promise<void> {
  await thaw(client, id);
  for (let attempt = 1; attempt <= removalAttempts; attempt += 1) {
    const error = await client
      .call('DELETE', `/containers/${id}?force=true&v=true`, { timeoutMs: 60_000 })
      .then(() => null)
      .catch((reason: unknown) => reason);
    if (error === null || isGone(error)) return;
    // 409: somebody else is removing it; 500: what ran in it was still holding a mount.
    if (!(error instanceof DockerError)) throw error;
    if (attempt === removalAttempts)
      throw new MachineError(`A machine could not be removed: ${error.message}`, {
        whose: 'engine',
        hint: 'The next run tries again; `docker rm -fv` does it by hand.',
        cause: error,
      });
    await new Promise((resolve) => void setTimeout(resolve, 100));
  }
}

function isGone(error: unknown): boolean {
  if (error instanceof DockerError) return error.status === 404;
  return error instanceof MachineError && error.whose === 'engine';
}

function isStale({ Names, Labels, State, Created }: ListedContainer): boolean {
  if (Names.some((name) => name.startsWith('/seaworthy-kept-'))) return false;
  const ageMs = Date.now() - Created * 1000;
  const owner = parseOwner(Labels['seaworthy.owner'] ?? '');
  const state = owner === null ? 'elsewhere' : ownerState(owner);
  if (state !== 'elsewhere') return state === 'dead';
  // A machine never stops by itself: its computer was restarted. Between being created and started it isn't running either.
  const isStopped = State !== 'running' && (State !== 'created' || ageMs > startLimitMs);
  return isStopped || ageMs > foreignLimitMs;
}

async function sweepVolumes(client: DockerClient): Promise<void> {
  const filters = encodeURIComponent(
    JSON.stringify({ label: ['seaworthy=1', 'seaworthy.role=machine'], dangling: ['true'] }),
  );
  const { Volumes } = await client.call<{ Volumes: ListedVolume[] | null }>(
    'GET',
    `/volumes?filters=${filters}`,
  );
  const orphans = (Volumes ?? []).filter(isOrphan);
  // One that is in use again after all is refused, and stays.
  await Promise.all(
    orphans.map(({ Name }) => client.call('DELETE', `/volumes/${Name}`).catch(() => undefined)),
  );
}

function isOrphan({ Labels, CreatedAt }: ListedVolume): boolean {
  const owner = parseOwner(Labels?.['seaworthy.owner'] ?? '');
  const state = owner === null ? 'elsewhere' : ownerState(owner);
  if (state !== 'elsewhere') return state === 'dead';
  return Date.now() - Date.parse(CreatedAt ?? '') > startLimitMs;
}

import { type DockerClient, DockerError } from './docker.ts';
import { dockerMachines } from './docker-machine.ts';
import { explainRefusal } from './explain-refusal.ts';
import { findEngine } from './find-engine.ts';
import { MachineError, type MachineSource } from './machine.ts';
import { machineImage, registryImage } from './recipe-tag.ts';
import { sweepMachines } from './sweep.ts';

export interface ConnectOptions {
  env: Readonly<Record<string, string | undefined>>;
  /** Absolute folder of Seaworthy itself, where the recipes of its images lie. */
  home: string;
  signal: AbortSignal;
}

/**
 * Everything between the author's engine and the first machine: finds the engine, checks that the machine's image exists,
 * removes what dead runs left, starts the registry. Throws MachineError that says what is missing and what to do.
 */
export async function connectMachines({ env, home, signal }: ConnectOptions): Promise<MachineSource> {
  const { client, dockerCommand } = await findEngine(env, signal);
  const images = { machine: await machineImage(home), registry: await registryImage(home) };
  try {
    await Promise.all([requireImage(client, images.machine), sweepMachines(client)]);
    signal.throwIfAborted();
    return await dockerMachines({ client, images, env, dockerCommand });
  } catch (error) {
    throw explainRefusal(error);
  }
}

async function requireImage(client: DockerClient, name: string): Promise<void> {
  await client.call('GET', `/images/${name}/json`).catch((error: unknown) => {
    if (!(error instanceof DockerError && error.status === 404)) throw error;
    throw new MachineError(`The image of the machines is not built (${name}).`, {
      whose: 'machine',
      hint: 'Run `npm run setup`, then the command again.',
      cause: error,
    });
  });
}

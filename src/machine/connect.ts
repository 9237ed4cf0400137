import { type DockerClient, DockerError } from './docker.ts';
import { dockerMachines } from './docker-machine.ts';
import { type MachineEngine, readEngines } from './engines.ts';
import { explainRefusal } from './explain-refusal.ts';
import { findEngine } from './find-engine.ts';
import { MachineError, type MachineSource } from './machine.ts';
import { machineImage, registryImage } from './recipe-tag.ts';
import { sweepMachines } from './sweep.ts';

/** Where an engine is looked for, and what machines are to be made of. */
export interface ConnectOptions {
  env: Readonly<Record<string, string | undefined>>;
  /** Absolute folder of Seaworthy itself, where the recipes of its images lie. */
  home: string;
  /** The one that the machines get; the default one when it is left out. */
  engine?: MachineEngine;
  signal: AbortSignal;
}

/**
 * Everything between the author's engine and the first machine: finds the engine, checks that the machine's image exists,
 * removes what dead runs left, starts the registry. Throws MachineError that says what is missing and what to do.
 */
export async function connectMachines(options: ConnectOptions): Promise<MachineSource> {
  const { env, home, signal } = options;
  const { client, dockerCommand } = await findEngine(env, signal);
  const engines = await readEngines(home);
  const { engine = engines[0] } = options;
  const images = { machine: await machineImage(home, engine), registry: await registryImage(home) };
  const setup =
    engine.name === engines[0].name ? 'npm run setup' : `npm run setup -- --engine ${engine.name}`;
  try {
    await Promise.all([requireImage(client, images.machine, setup), sweepMachines(client)]);
    signal.throwIfAborted();
    return await dockerMachines({ client, images, env, dockerCommand });
  } catch (error) {
    throw explainRefusal(error);
  }
}

async function requireImage(client: DockerClient, name: string, setup: string): Promise<void> {
  await client.call('GET', `/images/${name}/json`).catch((error: unknown) => {
    if (!(error instanceof DockerError && error.status === 404)) throw error;
    throw new MachineError(`The image of the machines is not built (${name}).`, {
      whose: 'machine',
      hint: `Run \`${setup}\`, then the command again.`,
      cause: error,
    });
  });
}

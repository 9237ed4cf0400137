import type { EngineInfo } from '../model/report.ts';
import { type DockerClient, DockerError } from './docker.ts';
import { explainRefusal } from './explain-refusal.ts';
import { type MachineTerminals, terminalsOf } from './first-terminal.ts';
import { type HiddenShell, hiddenShell } from './hidden-shell.ts';
import { readInjury } from './injury.ts';
import type { Machine, MachineSource, OpenOptions } from './machine.ts';
import {
  type Allowance,
  allowanceOf,
  machineContainer,
  machineName,
  refusesCapabilities,
} from './machine-container.ts';
import { readOrigin } from './origin.ts';
import { ensureRegistry, type Registry } from './registry.ts';
import { removeContainer } from './sweep.ts';
import { openReaderTerminal } from './terminal.ts';
import { waitUntilBegun, waitUntilReady } from './wait-until-ready.ts';

/** The outer engine and the images with which machines are made. */
export interface DockerMachinesOptions {
  client: DockerClient;
  /** The images of the machines and of their registry. */
  images: { machine: string; registry: string };
  env: Readonly<Record<string, string | undefined>>;
  /** What a person types to reach the same engine: `docker`, or with `-H …`. */
  dockerCommand: string;
}

/** Machines that are containers of the author's Docker Engine. Disposing the factory removes those that are still open. */
export async function dockerMachines(options: DockerMachinesOptions): Promise<MachineSource> {
  const { client, images, env } = options;
  const allowance = await allowanceOf(client);
  await ensureRegistry(client, images.registry, env);
  const open = new Set<Machine>();
  return {
    async open(asked) {
      asked.signal.throwIfAborted();
      // The engine may have been restarted since the last machine.
      const registry = await ensureRegistry(client, images.registry, env).catch((error: unknown) => {
        throw explainRefusal(error);
      });
      const machine = await openMachine({ ...options, ...asked, registry, allowance });
      const tracked: Machine = {
        ...machine,
        async [Symbol.asyncDispose]() {
          await machine[Symbol.asyncDispose]();
          open.delete(tracked);
        },
      };
      open.add(tracked);
      return tracked;
    },
    async originOf(names, signal) {
      const registry = await ensureRegistry(client, images.registry, env);
      return readOrigin(client, { machineImage: images.machine, registry, names, signal });
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...open].map((machine) => machine[Symbol.asyncDispose]()));
    },
  };
}

interface OpenRequest extends DockerMachinesOptions, OpenOptions {
  registry: Registry;
  allowance: Allowance;
}

async function openMachine(options: OpenRequest): Promise<Machine> {
  const { client, registry, signal } = options;
  // Neither request is interrupted: the engine would go on, and nobody would know the container.
  const id = await createContainer(options).catch((error: unknown) => Promise.reject(explainRefusal(error)));
  const hidden = hiddenShell(client, id);
  const terminals = terminalsOf((size) => openReaderTerminal(client, id, hidden, size));
  try {
    signal.throwIfAborted();
    await client.call('POST', `/containers/${id}/start`);
    await waitUntilBegun(hidden, signal);
    if (options.terminal !== undefined) terminals.prepare(options.terminal);
    const engine = await waitUntilReady(hidden, registry, signal);
    return machineOf(options, { id, hidden, terminals, engine });
  } catch (error) {
    hidden.close();
    await removeContainer(client, id);
    throw signal.aborted ? signal.reason : explainRefusal(error);
  }
}

async function createContainer({ client, images, registry, allowance, name }: OpenRequest): Promise<string> {
  const path = `/containers/create?name=${machineName(name)}`;
  const create = (body: unknown): Promise<{ Id: string }> =>
    client.call<{ Id: string }>('POST', path, { body });
  const created = await create(machineContainer(images.machine, registry, allowance)).catch(
    (error: unknown) => {
      if (!(error instanceof DockerError && refusesCapabilities(error.message))) throw error;
      return create(machineContainer(images.machine, registry, allowance, 'unnamed'));
    },
  );
  return created.Id;
}

interface MachineParts {
  id: string;
  hidden: HiddenShell;
  terminals: MachineTerminals;
  engine: EngineInfo;
}

function machineOf(options: OpenRequest, { id, hidden, terminals, engine }: MachineParts): Machine {
  const { client, dockerCommand } = options;
  let isKept = false;
  let disposed: Promise<void> | null = null;

  async function dispose(): Promise<void> {
    // What is left open ends with the machine.
    if (isKept) await terminals.close();
    hidden.close();
    // A sweep knows by its name that a person still wants it; labels can't be changed.
    if (isKept) await client.call('POST', `/containers/${id}/rename?name=${keptName(id)}`);
    else await removeContainer(client, id);
  }

  return {
    id,
    engine,
    isFresh: true,
    enterWith: `${dockerCommand} exec -it -u reader -w /home/reader ${id.slice(0, 12)} bash -l`,
    openTerminal: (size) => terminals.open(size),
    run: (script, runOptions) => hidden.run(script, runOptions),
    injury: () => readInjury(client, id),
    keep() {
      isKept = true;
    },
    [Symbol.asyncDispose]() {
      disposed ??= dispose();
      return disposed;
    },
  };
}

function keptName(id: string): string {
  return `seaworthy-kept-${id.slice(0, 12)}`;
}

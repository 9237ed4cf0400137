import type { Duplex } from 'node:stream';
import { type DockerClient, DockerError } from './docker.ts';
import { MachineError } from './machine.ts';

/** A command to be run in a container: as whom, where, and whether on a terminal. */
export interface ExecOptions {
  command: string[];
  user: string;
  folder: string;
  env: string[];
  tty: boolean;
}

// The engine ends an exec when it reads its detach keys; readers type the usual ones (Ctrl-P Ctrl-Q) for their own containers.
const neverTyped = 'ctrl-@,ctrl-],ctrl-@,ctrl-],ctrl-@,ctrl-]';

/** Starts a program in a running container and gives the connection to it. Throws MachineError when the container is gone. */
export async function execAttached(
  client: DockerClient,
  containerId: string,
  options: ExecOptions,
): Promise<Duplex> {
  const id = await createExec(client, containerId, options, true);
  return client
    .upgrade(`/exec/${id}/start`, { body: { Detach: false, Tty: options.tty } })
    .catch((error: unknown) => Promise.reject(asMachineError(error)));
}

/** Starts a program in a running container and does not wait for it. Throws MachineError when the container is gone. */
export async function execDetached(
  client: DockerClient,
  containerId: string,
  options: ExecOptions,
): Promise<void> {
  const id = await createExec(client, containerId, options, false);
  await client
    .call('POST', `/exec/${id}/start`, { body: { Detach: true, Tty: false } })
    .catch((error: unknown) => Promise.reject(asMachineError(error)));
}

async function createExec(
  client: DockerClient,
  containerId: string,
  options: ExecOptions,
  attach: boolean,
): Promise<string> {
  const body = {
    AttachStdin: attach,
    AttachStdout: attach,
    AttachStderr: attach,
    Tty: options.tty,
    DetachKeys: neverTyped,
    Cmd: options.command,
    User: options.user,
    WorkingDir: options.folder,
    Env: options.env,
  };
  return client.call<{ Id: string }>('POST', `/containers/${containerId}/exec`, { body }).then(
    ({ Id }) => Id,
    (error: unknown) => Promise.reject(asMachineError(error)),
  );
}

function asMachineError(error: unknown): unknown {
  if (!(error instanceof DockerError)) return error;
  return new MachineError(`The machine is gone: ${error.message}`, {
    whose: 'machine',
    hint: 'Run the command again; if it happens again, look whether the computer is short of memory.',
    cause: error,
  });
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { connectDocker, type DockerClient, type Endpoint, formatEndpoint } from './docker.ts';
import { MachineError } from './machine.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** An engine that answers, and what a person must put behind `docker` to reach the same one. */
export interface FoundEngine {
  client: DockerClient;
  dockerCommand: string;
}

/**
 * Finds the author's engine where Docker's own command line looks: DOCKER_HOST, the current context, the usual sockets.
 * Throws MachineError (whose: engine) when none answers.
 */
export async function findEngine(env: Environment, signal: AbortSignal): Promise<FoundEngine> {
  const chosen = env.DOCKER_HOST || (await contextHost(env));
  if (chosen) return { client: await connectDocker(parseEndpoint(chosen), signal), dockerCommand: 'docker' };
  const sockets = usualSockets(env);
  for (const socket of sockets) {
    try {
      const client = await connectDocker({ kind: 'unix', path: socket }, signal);
      return { client, dockerCommand: socket === sockets[0] ? 'docker' : `docker -H unix://${socket}` };
    } catch (error) {
      signal.throwIfAborted();
      if (isDenied(error)) throw denied(socket, error);
    }
  }
  throw new MachineError('No Docker Engine answers on this computer.', {
    whose: 'engine',
    hint: 'Run `npm run setup`: it installs and starts one, or says what to install.',
  });
}

/** Reads `unix://…` and `tcp://…`. Throws MachineError for what only Docker's own command line can reach. */
export function parseEndpoint(host: string): Endpoint {
  const socket = /^unix:\/\/(\/.+)$/.exec(host)?.[1];
  if (socket !== undefined) return { kind: 'unix', path: socket };
  const tcp = /^(?:tcp|http):\/\/(\[[^\]]+\]|[^:/]+)(?::(\d+))?\/?$/.exec(host);
  if (tcp) return { kind: 'tcp', host: (tcp[1] ?? '').replace(/^\[|\]$/g, ''), port: Number(tcp[2] ?? 2375) };
  throw new MachineError(`The Docker endpoint ${host} is not of a kind that Seaworthy can use.`, {
    whose: 'engine',
    hint: 'Use an engine at a unix:// or tcp:// address: set DOCKER_HOST, or choose another `docker context`.',
  });
}

function usualSockets(env: Environment): string[] {
  const home = env.HOME ?? homedir();
  const candidates = ['/var/run/docker.sock', path.join(home, '.docker/run/docker.sock')];
  if (env.XDG_RUNTIME_DIR) candidates.push(path.join(env.XDG_RUNTIME_DIR, 'docker.sock'));
  return [...candidates, path.join(home, '.colima/default/docker.sock')];
}

/** The endpoint of the current `docker context`; undefined when that is the default one. */
async function contextHost(env: Environment): Promise<string | undefined> {
  const folder = env.DOCKER_CONFIG ?? path.join(env.HOME ?? homedir(), '.docker');
  const name =
    env.DOCKER_CONTEXT || field(await readJson(path.join(folder, 'config.json')), 'currentContext');
  if (typeof name !== 'string' || name === '' || name === 'default') return undefined;
  const id = createHash('sha256').update(name).digest('hex');
  const meta = await readJson(path.join(folder, 'contexts/meta', id, 'meta.json'));
  const host = field(field(field(meta, 'Endpoints'), 'docker'), 'Host');
  if (typeof host === 'string') return host;
  throw new MachineError(`The docker context "${name}" does not exist.`, {
    whose: 'engine',
    hint: 'Run `docker context ls`, then `docker context use` with one of the names.',
  });
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    // Docker's command line treats a missing file as an empty one.
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function isDenied(error: unknown): boolean {
  return error instanceof MachineError && field(error.cause, 'code') === 'EACCES';
}

function denied(socket: string, cause: unknown): MachineError {
  return new MachineError(
    `You may not use the Docker Engine at ${formatEndpoint({ kind: 'unix', path: socket })}.`,
    {
      whose: 'engine',
      hint: 'Run `sudo usermod -aG docker $USER`, log in again, and then run the command again.',
      cause,
    },
  );
}

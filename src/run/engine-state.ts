import type { Machine } from '../machine/machine.ts';

/** A container as the engine of a machine tells of it. */
export interface ContainerState {
  id: string;
  name: string;
  image: string;
  /** What it runs, entry point included. */
  command: string;
  /** Docker's own word: created, running, paused, restarting, exited, dead. */
  state: string;
  /** Whether it was started within the last two seconds, so that it may still die of a wrong start. */
  isNew: boolean;
  ports: { host: number; container: number }[];
  /** Its addresses in the networks that it is in. */
  addresses: string[];
}

/** An image as the engine of a machine tells of it. */
export interface ImageState {
  id: string;
  /** `nginx:latest`; empty for an image without a tag. */
  names: string[];
  digests: string[];
}

/** What the machine's engine holds, newest first, asked out of the reader's sight. */
export interface EngineState {
  containers: ContainerState[];
  images: ImageState[];
  networks: { id: string; name: string }[];
  /** The networks that every engine has. */
  builtInNetworks: { id: string; name: string }[];
  volumes: { name: string }[];
}

/** What an engine holds now and did not hold before. */
export function madeSince(before: EngineState | null, now: EngineState): EngineState {
  if (before === null) return now;
  const isNewIn = <Thing>(old: readonly Thing[], keyOf: (thing: Thing) => string) => {
    const known = new Set(old.map(keyOf));
    return (thing: Thing): boolean => !known.has(keyOf(thing));
  };
  return {
    containers: now.containers.filter(isNewIn(before.containers, ({ id }) => id)),
    images: now.images.filter(isNewIn(before.images, ({ id }) => id)),
    networks: now.networks.filter(isNewIn(before.networks, ({ id }) => id)),
    builtInNetworks: now.builtInNetworks,
    volumes: now.volumes.filter(isNewIn(before.volumes, ({ name }) => name)),
  };
}

const socket = '/var/run/docker.sock';
const host = 'http://engine';
const separator = '---seaworthy---';
const ownNetworks = new Set(['bridge', 'host', 'none']);

/** Asks the engine for everything at once. Throws when it doesn't answer (the machine broke). */
export async function readEngineState(machine: Machine): Promise<EngineState> {
  const paths = ['containers/json?all=1', 'images/json', 'networks', 'volumes'];
  // One process for all: on a busy computer each one that starts takes longer than the engine's answer.
  const script = `curl -sS --fail-early --max-time 10 --unix-socket ${socket} -w '\\n${separator}\\n' ${paths
    .map((path) => `'${host}/${path}'`)
    .join(' ')}`;
  const answer = await machine.run(settle(machine) + script, { timeoutMs: 15_000 });
  if (answer.exitStatus !== 0)
    throw new Error(`the machine's engine does not answer: ${answer.stderr.trim()}`);
  const [containers, images, networks, volumes] = answer.stdout
    .split(`${separator}\n`)
    .map((part) => JSON.parse(part || 'null'));
  const allNetworks = newestFirst(networks as RawNamed[], (network) => network.Created);
  return {
    containers: (containers as RawContainer[]).map(container),
    images: (images as RawImage[]).map(image),
    networks: allNetworks.filter(({ Name }) => !ownNetworks.has(Name)).map(named),
    builtInNetworks: allNetworks.filter(({ Name }) => ownNetworks.has(Name)).map(named),
    volumes: newestFirst(
      (volumes as { Volumes: RawNamed[] | null }).Volumes ?? [],
      (volume) => volume.CreatedAt,
    ).map((volume) => ({
      name: volume.Name,
    })),
  };
}

/**
 * Engines before 28 list a container as running for a moment after the command that stopped it has ended. Whoever asks
 * for the container itself waits until that is over, so each one that is listed as running is asked for first.
 */
function settle({ engine }: Machine): string {
  if (Number.parseInt(engine.version, 10) >= 28) return '';
  const ask = `curl -sS --max-time 5 --unix-socket ${socket}`;
  const addresses = `sed 's|.*|url = "${host}/containers/&/json"|'`;
  return `${ask} '${host}/containers/json' | grep -o '"Id":"[0-9a-f]*"' | cut -d '"' -f 4 | ${addresses} | ${ask} -K - >/dev/null 2>&1
`;
}

/** A request to the machine's own engine as a shell command; curl ends with 28 when it takes too long. */
export function engineRequest(path: string, { method = 'GET', timeoutSeconds = 10 } = {}): string {
  return `curl -sS -X ${method} --max-time ${timeoutSeconds} --unix-socket ${socket} '${host}/${path}'`;
}

interface RawContainer {
  Id: string;
  Names: string[];
  Image: string;
  Command: string;
  State: string;
  /** In words: `Up 3 seconds`. */
  Status: string;
  Ports?: { PrivatePort: number; PublicPort?: number }[];
  NetworkSettings?: { Networks?: Record<string, { IPAddress?: string }> };
}

interface RawImage {
  Id: string;
  RepoTags: string[] | null;
  RepoDigests: string[] | null;
}

interface RawNamed {
  Id: string;
  Name: string;
  Created?: string;
  CreatedAt?: string;
}

function named({ Id, Name }: RawNamed): { id: string; name: string } {
  return { id: Id, name: Name };
}

// The engine sorts containers and images by time, networks and volumes not.
function newestFirst<T>(objects: T[], timeOf: (object: T) => string | undefined): T[] {
  const time = (object: T): number => Date.parse(timeOf(object) ?? '') || 0;
  return [...objects].sort((a, b) => time(b) - time(a));
}

function container(raw: RawContainer): ContainerState {
  const ports = (raw.Ports ?? []).flatMap((port) =>
    port.PublicPort === undefined ? [] : [{ host: port.PublicPort, container: port.PrivatePort }],
  );
  const unique = ports.filter(
    (port, index) => ports.findIndex((other) => other.host === port.host) === index,
  );
  return {
    id: raw.Id.slice(0, 12),
    name: raw.Names[0]?.slice(1) ?? '',
    image: raw.Image,
    command: raw.Command,
    state: raw.State,
    isNew: /^Up (?:Less than a second|1 second)\b/.test(raw.Status),
    ports: unique,
    addresses: Object.values(raw.NetworkSettings?.Networks ?? {}).flatMap(({ IPAddress }) =>
      IPAddress === undefined || IPAddress === '' ? [] : [IPAddress],
    ),
  };
}

function image(raw: RawImage): ImageState {
  const names = (raw.RepoTags ?? []).filter((name) => name !== '<none>:<none>');
  const digests = (raw.RepoDigests ?? []).map((name) => name.slice(name.indexOf('@') + 1));
  return {
    id: raw.Id.replace('sha256:', '').slice(0, 12),
    names,
    digests,
  };
}

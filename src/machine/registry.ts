import { type DockerClient, DockerError } from './docker.ts';
import { labelsFor } from './labels.ts';
import { MachineError } from './machine.ts';

/** Where machines pull images from. */
export interface Registry {
  /** The container's id. */
  id: string;
  /** As machines reach it. */
  url: string;
  /** For the report: `stand-in` or `docker.io (cached)`. */
  title: string;
  /** Images of it that stand in for the official ones, as `name:tag`. */
  standIns: string[];
}

/** The network on the outer engine that machines and their registry share. */
export const networkName = 'seaworthy';
const containerName = 'seaworthy-registry';
const cacheVolume = 'seaworthy-registry-cache';
const hub = 'https://registry-1.docker.io';
// Every machine pulls from it: what one page pushed would be another page's image. A cache takes no pushes anyway.
const readOnly = 'REGISTRY_STORAGE_MAINTENANCE_READONLY={"enabled":true}';
const setupHint = 'Run `npm run setup`, then the command again.';

type Environment = Readonly<Record<string, string | undefined>>;
type Labels = Record<string, string> | null;
interface Container {
  Id: string;
  Image: string;
  State: { Running: boolean };
  Config: { Labels: Labels };
}
interface Image {
  Id: string;
  Config: { Labels: Labels };
}

/**
 * Makes sure that the network of the machines is there and that the registry runs in it: started again when it was
 * stopped, made again when it is gone or of another recipe. Throws MachineError (whose: registry) when it can't be.
 */
export async function ensureRegistry(
  client: DockerClient,
  imageName: string,
  env: Environment,
): Promise<Registry> {
  const image = await orNothing(client.call<Image>('GET', `/images/${imageName}/json`));
  if (image === null) {
    throw new MachineError(`The image registry is not prepared (${imageName}).`, {
      whose: 'registry',
      hint: setupHint,
    });
  }
  await ensureNetwork(client);
  const id = await ensureContainer(client, containerOf(image, imageName, env), image.Id);
  const labels = image.Config.Labels ?? {};
  const isCache = labels['seaworthy.registry'] === 'cache';
  return {
    id,
    url: 'http://registry:5000',
    title: isCache ? 'docker.io (cached)' : 'stand-in',
    standIns: (labels['seaworthy.stand-ins'] ?? '').split(' ').filter((name) => name !== ''),
  };
}

async function ensureNetwork(client: DockerClient): Promise<void> {
  const path = `/networks/${networkName}`;
  const found = await orNothing(client.call<{ Labels: Labels }>('GET', path));
  if (found !== null) {
    refuseForeign(found.Labels, `network "${networkName}"`);
    return;
  }
  const body = { Name: networkName, CheckDuplicate: true, Driver: 'bridge', Labels: labelsFor('network') };
  await unlessDone(client.call('POST', '/networks/create', { body }));
}

async function ensureContainer(client: DockerClient, body: unknown, imageId: string): Promise<string> {
  const path = `/containers/${containerName}/json`;
  const found = await orNothing(client.call<Container>('GET', path));
  if (found !== null) {
    refuseForeign(found.Config.Labels, `container "${containerName}"`);
    if (found.Image === imageId && (await canStart(client, found))) return found.Id;
    await orNothing(client.call('DELETE', `/containers/${found.Id}?force=true&v=true`));
  }
  await unlessDone(client.call('POST', `/containers/create?name=${containerName}`, { body }));
  // Another run may have been faster: what is there now is what counts.
  const made = await client.call<Container>('GET', path);
  if (!made.State.Running) await client.call('POST', `/containers/${made.Id}/start`);
  return made.Id;
}

/** False when the engine refuses: the container hangs on a network that was removed since. */
async function canStart(client: DockerClient, { Id, State }: Container): Promise<boolean> {
  if (State.Running) return true;
  return client.call('POST', `/containers/${Id}/start`).then(
    () => true,
    (error: unknown) => {
      if (error instanceof DockerError) return false;
      throw error;
    },
  );
}

function containerOf(image: Image, imageName: string, env: Environment): unknown {
  const isCache = image.Config.Labels?.['seaworthy.registry'] === 'cache';
  return {
    Image: imageName,
    Hostname: 'registry',
    Entrypoint: ['docker-registry'],
    Cmd: ['serve', '/usr/local/lib/seaworthy/registry.yml'],
    Env: isCache ? [`REGISTRY_PROXY_REMOTEURL=${hub}`, ...proxyVariables(env)] : [readOnly],
    Labels: labelsFor('registry'),
    HostConfig: { NetworkMode: networkName, Mounts: isCache ? [cacheMount()] : [] },
    NetworkingConfig: { EndpointsConfig: { [networkName]: { Aliases: ['registry'] } } },
  };
}

function cacheMount(): unknown {
  return {
    Type: 'volume',
    Source: cacheVolume,
    Target: '/var/lib/seaworthy-registry',
    VolumeOptions: { Labels: labelsFor('registry') },
  };
}

function proxyVariables(env: Environment): string[] {
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];
  return names.flatMap((name) => (env[name] ? [`${name}=${env[name]}`] : []));
}

function refuseForeign(labels: Labels, what: string): void {
  if (labels?.seaworthy === '1') return;
  throw new MachineError(`There is a ${what} in your Docker Engine that Seaworthy did not make.`, {
    whose: 'registry',
    hint: 'Seaworthy needs that name and leaves what is not its own alone: rename or remove it.',
  });
}

async function orNothing<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error: unknown) => {
    if (error instanceof DockerError && error.status === 404) return null;
    throw error;
  });
}

async function unlessDone(answer: Promise<unknown>): Promise<void> {
  await answer.catch((error: unknown) => {
    if (!(error instanceof DockerError && error.status === 409)) throw error;
  });
}

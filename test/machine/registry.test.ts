import { expect, test } from 'vitest';
import { type DockerClient, DockerError } from '../../src/machine/docker.ts';
import { ensureRegistry } from '../../src/machine/registry.ts';

interface FakeContainer {
  Id: string;
  Image: string;
  State: { Running: boolean };
  Config: { Labels: Record<string, string> };
}

interface FakeEngine {
  client: DockerClient;
  requests: string[];
  container: FakeContainer | null;
  network: { Labels: Record<string, string> } | null;
  /** Makes the next start fail, as when the container's network is gone. */
  refuseStart: boolean;
  created: unknown;
}

const own = { seaworthy: '1' };
const standInLabels = {
  'seaworthy.registry': 'stand-in',
  'seaworthy.stand-ins': 'hello-world:latest nginx:latest',
};

function fakeEngine(imageLabels: Record<string, string> | null = standInLabels): FakeEngine {
  const engine: FakeEngine = {
    client: {
      endpoint: { kind: 'unix', path: '/fake' },
      call: async <T>(method: string, path: string, options?: { body?: unknown }) =>
        answer(engine, imageLabels, `${method} ${path}`, options?.body) as T,
      upgrade: () => Promise.reject(new Error('not used')),
    },
    requests: [],
    container: null,
    network: null,
    refuseStart: false,
    created: null,
  };
  return engine;
}

function answer(
  engine: FakeEngine,
  labels: Record<string, string> | null,
  request: string,
  body: unknown,
): unknown {
  engine.requests.push(request);
  switch (request.replace(/\?.*/, '')) {
    case 'GET /images/the-image/json':
      return found(labels && { Id: 'image-1', Config: { Labels: labels } });
    case 'GET /networks/seaworthy':
      return found(engine.network);
    case 'POST /networks/create':
      engine.network = { Labels: own };
      return undefined;
    case 'GET /containers/seaworthy-registry/json':
      return found(engine.container);
    case 'POST /containers/create':
      engine.created = body;
      engine.container = container('new', 'image-1', false);
      return { Id: 'new' };
    case 'DELETE /containers/old':
      engine.container = null;
      return undefined;
    default:
      return start(engine, request);
  }
}

function start(engine: FakeEngine, request: string): undefined {
  if (!request.endsWith('/start') || engine.container === null)
    throw new DockerError(500, `unexpected ${request}`);
  if (engine.refuseStart) {
    engine.refuseStart = false;
    throw new DockerError(404, 'network seaworthy not found');
  }
  engine.container.State.Running = true;
}

function found<T>(value: T | null): T {
  if (value === null) throw new DockerError(404, 'no such object');
  return value;
}

function container(
  Id: string,
  Image: string,
  Running: boolean,
  Labels: Record<string, string> = own,
): FakeContainer {
  return { Id, Image, State: { Running }, Config: { Labels } };
}

test('makes network and container where there is none, and tells the stand-ins', async () => {
  const engine = fakeEngine();
  expect(await ensureRegistry(engine.client, 'the-image', {})).toEqual({
    id: 'new',
    url: 'http://registry:5000',
    title: 'stand-in',
    standIns: ['hello-world:latest', 'nginx:latest'],
  });
  expect(engine.container?.State.Running).toBe(true);
});

test('lets no machine push into the stand-ins', async () => {
  const engine = fakeEngine();
  await ensureRegistry(engine.client, 'the-image', {});
  expect(engine.created).toMatchObject({ Env: ['REGISTRY_STORAGE_MAINTENANCE_READONLY={"enabled":true}'] });
});

test('changes nothing when it runs', async () => {
  const engine = fakeEngine();
  engine.network = { Labels: own };
  engine.container = container('old', 'image-1', true);
  expect((await ensureRegistry(engine.client, 'the-image', {})).id).toBe('old');
  expect(engine.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
});

test('starts it when it was stopped', async () => {
  const engine = fakeEngine();
  engine.container = container('old', 'image-1', false);
  expect((await ensureRegistry(engine.client, 'the-image', {})).id).toBe('old');
  expect(engine.container.State.Running).toBe(true);
});

test('makes it anew when its recipe has changed, or when it can’t be started any more', async () => {
  const changed = fakeEngine();
  changed.container = container('old', 'image-0', true);
  expect((await ensureRegistry(changed.client, 'the-image', {})).id).toBe('new');

  const stuck = fakeEngine();
  stuck.container = container('old', 'image-1', false);
  stuck.refuseStart = true;
  expect((await ensureRegistry(stuck.client, 'the-image', {})).id).toBe('new');
});

test('leaves a container and a network of the same name alone when they are another’s', async () => {
  const engine = fakeEngine();
  engine.container = container('old', 'image-0', true, {});
  await expect(ensureRegistry(engine.client, 'the-image', {})).rejects.toMatchObject({ whose: 'registry' });
  expect(engine.container.Id).toBe('old');

  const network = fakeEngine();
  network.network = { Labels: {} };
  await expect(ensureRegistry(network.client, 'the-image', {})).rejects.toThrow(/network "seaworthy"/);
});

test('a cache of Docker Hub keeps what it has fetched, and goes through the author’s proxy', async () => {
  const engine = fakeEngine({ 'seaworthy.registry': 'cache', 'seaworthy.stand-ins': '' });
  const registry = await ensureRegistry(engine.client, 'the-image', { HTTPS_PROXY: 'http://proxy:3128' });
  expect(registry).toMatchObject({ title: 'docker.io (cached)', standIns: [] });
  expect(engine.created).toMatchObject({
    Env: ['REGISTRY_PROXY_REMOTEURL=https://registry-1.docker.io', 'HTTPS_PROXY=http://proxy:3128'],
    HostConfig: { Mounts: [{ Type: 'volume', Source: 'seaworthy-registry-cache' }] },
  });
});

test('says to run setup when it was never prepared', async () => {
  const engine = fakeEngine(null);
  await expect(ensureRegistry(engine.client, 'the-image', {})).rejects.toMatchObject({
    whose: 'registry',
    hint: expect.stringContaining('npm run setup'),
  });
});

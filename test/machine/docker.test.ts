import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { connectDocker, type DockerClient } from '../../src/machine/docker.ts';

let closeServer: () => Promise<void> = async () => undefined;
afterEach(() => closeServer());

async function clientOf(answer: RequestListener, api = '1.52'): Promise<DockerClient> {
  const server = createServer((request, response) => {
    response.setHeader('Api-Version', api);
    if (request.url === '/_ping') response.end('OK');
    else answer(request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closeServer = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  const { port } = server.address() as AddressInfo;
  return connectDocker({ kind: 'tcp', host: '127.0.0.1', port });
}

const echoPath: RequestListener = (request, response) => {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ path: request.url }));
};

test('an older engine is spoken to in its own version of the API', async () => {
  const client = await clientOf(echoPath, '1.41');
  expect(await client.call('GET', '/info')).toEqual({ path: '/v1.41/info' });
});

test('a newer engine is spoken to in a version that this client knows', async () => {
  const client = await clientOf(echoPath, '1.99');
  expect(await client.call('GET', '/info')).toEqual({ path: '/v1.47/info' });
});

test('a refusal carries its status and the engine’s own words', async () => {
  const client = await clientOf((_request, response) => {
    response.statusCode = 404;
    response.end(JSON.stringify({ message: 'No such container: web' }));
  });
  await expect(client.call('GET', '/containers/web/json')).rejects.toMatchObject({
    name: 'DockerError',
    status: 404,
    message: 'No such container: web',
  });
});

test('silence ends at the deadline', async () => {
  const client = await clientOf(() => undefined);
  await expect(client.call('GET', '/info', { timeoutMs: 50 })).rejects.toMatchObject({
    name: 'MachineError',
    whose: 'engine',
    message: expect.stringContaining('no answer within 0.05 s'),
  });
});

test('a body that stops half-way ends at the deadline too', async () => {
  const client = await clientOf((_request, response) => void response.write('{'));
  await expect(client.call('GET', '/info', { timeoutMs: 50 })).rejects.toMatchObject({ whose: 'engine' });
});

test('an interruption is passed on as what it is', async () => {
  const client = await clientOf(() => undefined);
  const interruption = new AbortController();
  const answer = client.call('GET', '/info', { signal: interruption.signal });
  interruption.abort();
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
});

test('an engine that goes away is named', async () => {
  const client = await clientOf((request) => void request.socket.destroy());
  await expect(client.call('GET', '/info')).rejects.toMatchObject({ name: 'MachineError', whose: 'engine' });
});

test('an upgrade that is refused carries the engine’s words', async () => {
  const client = await clientOf((_request, response) => {
    response.statusCode = 409;
    response.end(JSON.stringify({ message: 'container is paused' }));
  });
  await expect(client.upgrade('/exec/1/start', {})).rejects.toThrow('container is paused');
});

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatEndpoint } from '../../src/machine/docker.ts';
import { findEngine, parseEndpoint } from '../../src/machine/find-engine.ts';

let folder: string;
const signal = new AbortController().signal;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-test-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

test.each([
  ['unix:///run/user/1000/docker.sock', { kind: 'unix', path: '/run/user/1000/docker.sock' }],
  ['tcp://10.0.0.1:2376', { kind: 'tcp', host: '10.0.0.1', port: 2376 }],
  ['tcp://box', { kind: 'tcp', host: 'box', port: 2375 }],
  ['tcp://[::1]:99', { kind: 'tcp', host: '::1', port: 99 }],
] as const)('%s is an endpoint', (host, endpoint) => {
  expect(parseEndpoint(host)).toEqual(endpoint);
});

test('an endpoint that needs ssh is refused with what to do', () => {
  expect(() => parseEndpoint('ssh://me@box')).toThrow(/ssh:\/\/me@box/);
});

test('DOCKER_HOST that nobody answers at is named', async () => {
  const host = `unix://${folder}/none.sock`;
  await expect(findEngine({ DOCKER_HOST: host }, signal)).rejects.toMatchObject({
    whose: 'engine',
    message: expect.stringContaining(host),
    hint: expect.stringContaining('npm run setup'),
  });
});

test('the current docker context is followed', async () => {
  const socket = path.join(folder, 'engine.sock');
  await using engine = await fakeEngine(socket);
  await writeFile(path.join(folder, 'config.json'), JSON.stringify({ currentContext: 'mine' }));
  const id = createHash('sha256').update('mine').digest('hex');
  await mkdir(path.join(folder, 'contexts/meta', id), { recursive: true });
  const meta = { Name: 'mine', Endpoints: { docker: { Host: `unix://${socket}` } } };
  await writeFile(path.join(folder, 'contexts/meta', id, 'meta.json'), JSON.stringify(meta));

  const { client } = await findEngine({ DOCKER_CONFIG: folder, HOME: folder }, signal);
  expect(formatEndpoint(client.endpoint)).toBe(`unix://${socket}`);
  await client.call('GET', '/info');
  expect(engine.paths).toEqual(['/_ping', '/v1.41/info']);
});

test('a context that does not exist is named', async () => {
  await expect(findEngine({ DOCKER_CONFIG: folder, DOCKER_CONTEXT: 'gone' }, signal)).rejects.toThrow(
    /"gone"/,
  );
});

async function fakeEngine(socket: string): Promise<{ paths: string[] } & AsyncDisposable> {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    response.setHeader('Api-Version', '1.41');
    response.end('OK');
  });
  await new Promise<void>((resolve) => void server.listen(socket, resolve));
  return {
    paths,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

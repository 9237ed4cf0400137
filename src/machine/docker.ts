import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { MachineError } from './machine.ts';

/** Where a Docker Engine listens. */
export type Endpoint = { kind: 'unix'; path: string } | { kind: 'tcp'; host: string; port: number };

/** What is sent with a request, as JSON, and how long it may take. */
export interface CallOptions {
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** Deadline in milliseconds; 30 s unless set. */
  timeoutMs?: number;
}

/** A thin client of the Docker Engine API (https://docs.docker.com/reference/api/engine/). */
export interface DockerClient {
  readonly endpoint: Endpoint;
  /** Sends a request and gives the JSON of its answer. Throws DockerError for a status of 400 and more. */
  call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, options?: CallOptions): Promise<T>;
  /** Sends a POST whose connection then carries raw bytes both ways (attach and exec). */
  upgrade(path: string, options: CallOptions): Promise<Duplex>;
}

/** The engine refused a request; `status` is that of HTTP. */
export class DockerError extends Error {
  override readonly name = 'DockerError';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

// The newest version whose answers this client was written for; engine 29 refuses anything below 1.44.
const newestApi = '1.47';
const defaultTimeoutMs = 30_000;

/** A client that speaks the newest version of the API that both sides know. Throws MachineError when nothing answers. */
export async function connectDocker(endpoint: Endpoint, signal?: AbortSignal): Promise<DockerClient> {
  const answer = await send(endpoint, 'GET', '/_ping', { signal, timeoutMs: 5_000 });
  answer.resume();
  if (answer.statusCode !== 200) throw translate(endpoint, new Error(`its /_ping gave ${answer.statusCode}`));
  const prefix = `/v${olderApi(String(answer.headers['api-version'] ?? newestApi), newestApi)}`;
  return {
    endpoint,
    call: (method, path, options) => callJson(endpoint, method, prefix + path, options ?? {}),
    upgrade: (path, options) => upgradeConnection(endpoint, prefix + path, options),
  };
}

/** How a person would write the endpoint: `unix:///…` or `tcp://…`. */
export function formatEndpoint(endpoint: Endpoint): string {
  return endpoint.kind === 'unix' ? `unix://${endpoint.path}` : `tcp://${endpoint.host}:${endpoint.port}`;
}

function olderApi(left: string, right: string): string {
  const minor = (version: string) => Number(version.split('.')[1] ?? 0);
  return minor(left) < minor(right) ? left : right;
}

async function callJson<T>(
  endpoint: Endpoint,
  method: string,
  path: string,
  options: CallOptions,
): Promise<T> {
  const answer = await send(endpoint, method, path, options);
  const text = await bodyText(answer).catch((error: Error) => {
    throw options.signal?.aborted ? asError(options.signal.reason) : translate(endpoint, error);
  });
  const status = answer.statusCode ?? 500;
  if (status >= 400) throw new DockerError(status, errorMessage(text, status));
  // Only a JSON answer holds the T that the caller names; 204 and the like hold nothing of use.
  return (
    answer.headers['content-type']?.includes('json') && text !== '' ? JSON.parse(text) : undefined
  ) as T;
}

function send(
  endpoint: Endpoint,
  method: string,
  path: string,
  options: CallOptions,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = openRequest(endpoint, method, path, options.body, {});
    const release = endBy(request, options);
    request.once('error', (error) => {
      release();
      reject(translate(endpoint, error));
    });
    request.once('response', (answer) => {
      // The deadline covers the body too.
      answer.once('close', release);
      resolve(answer);
    });
    request.end(encode(options.body));
  });
}

function upgradeConnection(endpoint: Endpoint, path: string, options: CallOptions): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const headers = { Connection: 'Upgrade', Upgrade: 'tcp' };
    const request = openRequest(endpoint, 'POST', path, options.body, headers);
    const release = endBy(request, options);
    request.once('upgrade', (_answer, socket, head) => {
      release();
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    request.once('response', (answer) => {
      const status = answer.statusCode ?? 500;
      bodyText(answer)
        .then((text) => reject(new DockerError(status, errorMessage(text, status))), reject)
        .finally(release);
    });
    request.once('error', (error) => {
      release();
      reject(translate(endpoint, error));
    });
    request.end(encode(options.body));
  });
}

function openRequest(
  endpoint: Endpoint,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): ClientRequest {
  const where =
    endpoint.kind === 'unix' ? { socketPath: endpoint.path } : { host: endpoint.host, port: endpoint.port };
  const encoded = encode(body);
  return httpRequest({
    ...where,
    method,
    path,
    headers: {
      Host: 'docker',
      ...headers,
      ...(encoded === undefined
        ? {}
        : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(encoded) }),
    },
  });
}

function encode(body: unknown): string | undefined {
  return body === undefined ? undefined : JSON.stringify(body);
}

/** Destroys the request at its deadline or when the signal says so; the returned function calls that off. */
function endBy(request: ClientRequest, { signal, timeoutMs = defaultTimeoutMs }: CallOptions): () => void {
  const stop = () => request.destroy(asError(signal?.reason));
  const timer = setTimeout(
    () => request.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)),
    timeoutMs,
  );
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  };
}

async function bodyText(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function errorMessage(text: string, status: number): string {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && 'message' in parsed) return String(parsed.message);
  } catch {
    // Proxies in front of an engine answer in HTML.
  }
  return text.trim() === '' ? `status ${status}` : text.trim().slice(0, 500);
}

/** An interruption stays what it is; everything else on the wire means that the engine is not there. */
function translate(endpoint: Endpoint, error: Error): Error {
  if (error.name === 'AbortError' || error instanceof MachineError) return error;
  return new MachineError(`Docker Engine at ${formatEndpoint(endpoint)} does not answer: ${error.message}`, {
    whose: 'engine',
    hint: 'Run `npm run setup`: it starts the engine, or says what to install.',
    cause: error,
  });
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new DOMException('The run was interrupted', 'AbortError');
}

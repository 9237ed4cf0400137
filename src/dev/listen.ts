import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const firstPort = 4747;
const ports = 50;

/** The server can't listen; `message` says why, for the author. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

/**
 * Listens on this computer's own address only, and gives the port. With `port` null it is the first free one from 4747;
 * a port that was asked for is taken or refused with a PortError. 0: any free one.
 */
export async function listenOnLoopback(server: Server, port: number | null): Promise<number> {
  const candidates = port === null ? Array.from({ length: ports }, (_, index) => firstPort + index) : [port];
  for (const candidate of candidates) {
    const error = await listen(server, candidate);
    if (error === null) return (server.address() as AddressInfo).port;
    if (port !== null || error.code !== 'EADDRINUSE') throw new PortError(reason(candidate, error));
  }
  const last = firstPort + ports - 1;
  throw new PortError(`All ports from ${firstPort} to ${last} are taken; name another one with --port.`);
}

function listen(server: Server, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException): void => resolve(error);
    server.once('error', onError);
    server.listen({ port, host: '127.0.0.1' }, () => {
      server.off('error', onError);
      resolve(null);
    });
  });
}

function reason(port: number, error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken; name another one with --port, or leave it out.`;
  if (error.code === 'EACCES') return `Port ${port} may not be used by you; name one above 1023 with --port.`;
  return `Port ${port} can't be used: ${error.message}`;
}

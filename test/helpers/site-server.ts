import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { contentType } from '../../src/dev/content-type.ts';

export interface SiteServer extends AsyncDisposable {
  /** Address of the site's first page, `/` at the end. */
  url: string;
}

/** Serves a built site on loopback under a base path (`/` at both ends), as a plain web server would: 404.html elsewhere. */
export async function serveSite(folder: string, basePath = '/'): Promise<SiteServer> {
  const server = createServer((request, response) => {
    answer({ folder, basePath }, request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${basePath}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  { folder, basePath }: { folder: string; basePath: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const inside = pathname.startsWith(basePath) ? decodeURIComponent(pathname.slice(basePath.length)) : '404';
  const file = path.join(folder, inside.endsWith('/') || inside === '' ? `${inside}index.html` : inside);
  const found = await readFile(file).catch(() => null);
  const body = found ?? (await readFile(path.join(folder, '404.html')));
  const type = contentType(found ? file : '.html');
  response.writeHead(found ? 200 : 404, { 'Content-Type': type }).end(body);
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BuiltFile } from '../../src/build/built-file.ts';
import { EventStream } from '../../src/dev/event-stream.ts';
import { listenOnLoopback, PortError } from '../../src/dev/listen.ts';
import { devServer } from '../../src/dev/server.ts';

let folder = '';
let server: Server;
let port = 0;
let lost = 0;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-server-'));
  writeFileSync(path.join(folder, 'dot.png'), 'PNG');
  const contents: ({ path: string } & ({ text: string } | { copyOf: string }))[] = [
    { path: 'index.html', text: '<title>Home</title>' },
    { path: '404.html', text: '<title>Not here</title>' },
    { path: 'p1/index.html', text: '<title>One</title>' },
    { path: 'index.xml', text: '<rss/>' },
    { path: 'p1/dot.png', copyOf: path.join(folder, 'dot.png') },
    { path: 'p1/gone.png', copyOf: path.join(folder, 'gone.png') },
  ];
  const files: BuiltFile[] = contents.map((file) => ({ ...file, digest: '1' }));
  files.push({
    path: 'lost/index.html',
    digest: '2',
    get text(): string {
      throw new Error('gone');
    },
  });
  const site = {
    files: new Map(files.map((file) => [file.path, file])),
    basePath: '/',
    pages: new Map<string, string>(),
    isGood: true,
  };
  const shown = {
    site: () => site,
    ready: Promise.resolve(),
    versionOf: (page: string) => page.length.toString(),
    newsFor: (page: string) => `news for ${page}`,
    onLost: () => {
      lost++;
    },
    script: 'script()',
    styles: 'p{}',
  };
  server = devServer(shown, new EventStream());
  port = await listenOnLoopback(server, 0);
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

function ask(where: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  const headers = { host: options.host ?? 'localhost' };
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, host: '127.0.0.1', path: where, method: options.method ?? 'GET', headers },
      async (response) => {
        let body = '';
        for await (const chunk of response) body += chunk;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      },
    );
    asked.on('error', reject).end();
  });
}

describe('the server of dev', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 200],
    ['/index.xml', 'text/xml; charset=utf-8', 200],
    ['/p1/dot.png', 'image/png', 200],
    ['/p1/gone.png', 'text/plain', 404],
    ['/nothing', 'text/html; charset=utf-8', 404],
    ['/_seaworthy/dev.js', 'text/javascript; charset=utf-8', 200],
    ['/_seaworthy/dev.css', 'text/css; charset=utf-8', 200],
  ])('%s is %s (%i), kept by nobody and read by no other site', async (where, type, status) => {
    const { headers, ...answer } = await ask(where);
    expect(answer.status).toBe(status);
    expect(headers['content-type']).toBe(type);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('a name that is not this computer’s gets nothing', async () => {
    for (const where of ['/', '/_seaworthy/events', '/_seaworthy/dev.js']) {
      const { status, body } = await ask(where, { host: 'rebound.example.org' });
      expect(status).toBe(403);
      expect(body).not.toContain('Home');
    }
  });

  test('it only shows', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await ask('/', { method });
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    }
  });

  test('HEAD gets the headers alone', async () => {
    const whole = await ask('/');
    const head = await ask('/', { method: 'HEAD' });
    expect(head.body).toBe('');
    expect(head.headers['content-length']).toBe(whole.headers['content-length']);
    expect((await ask('/p1/dot.png', { method: 'HEAD' })).body).toBe('');
  });

  test('a folder without its slash leads to the one with it, and the query stays', async () => {
    const { status, headers } = await ask('/p1?a=b');
    expect([status, headers.location]).toEqual([302, '/p1/?a=b']);
  });

  test('a page that was kept on the disk and is gone there is asked for, and the browser waits for it', async () => {
    const { status, body } = await ask('/lost/');
    expect([status, lost]).toEqual([503, 1]);
    expect(body).toContain('data-version=""');
  });

  test('pages have the script with their version, files have not', async () => {
    expect((await ask('/p1/')).body).toContain('data-version="13"');
    expect((await ask('/index.xml')).body).toBe('<rss/>');
  });
});

describe('a port', () => {
  test('that is asked for and taken is an error that says so', async () => {
    const other = devServer({} as never, new EventStream());
    await expect(listenOnLoopback(other, port)).rejects.toThrow(PortError);
    await expect(listenOnLoopback(other, port)).rejects.toThrow(`Port ${port} is taken`);
  });

  test('that nobody asked for is the next free one', async () => {
    const one = devServer({} as never, new EventStream());
    const other = devServer({} as never, new EventStream());
    const [first, second] = [await listenOnLoopback(one, null), await listenOnLoopback(other, null)];
    expect(second).toBeGreaterThan(first);
    one.close();
    other.close();
  });
});

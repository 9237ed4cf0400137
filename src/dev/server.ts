import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isAllowedHost } from './allowed-host.ts';
import { contentType } from './content-type.ts';
import { devAddresses, withDevScript } from './dev-page.ts';
import type { EventStream } from './event-stream.ts';
import { type Answer, findAnswer } from './find-answer.ts';
import { type ServedSite, textOf } from './served-site.ts';

/** What the server shows; it is asked for each request. */
export interface Shown {
  site(): ServedSite;
  /** Resolves when there is a site to show. */
  ready: Promise<unknown>;
  /** Which text of a page (by its path in the site) there is now. */
  versionOf(page: string): string;
  /** What a browser that shows a page is told: one line. */
  newsFor(page: string): string;
  /** Is told that a text which was kept on the disk is not there any more. */
  onLost(): void;
  script: string;
  styles: string;
}

// Nothing of a draft may be read by a page of another site, nor kept by the browser.
const headers = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

// Where even the site's page for what is not there is missing; it has the script, which comes back when there is a site.
const nothing =
  '<!doctype html><html lang="en"><title>Nothing here</title><body><p>There is nothing here (yet).</p></body></html>';
const anew =
  '<!doctype html><html lang="en"><title>One moment</title><body><p>The page is being made anew.</p></body></html>';

/** A server (not yet listening) that shows a site from memory and tells browsers when it changes. */
export function devServer(shown: Shown, events: EventStream): Server {
  return createServer((request, response) => {
    response.on('error', () => {});
    respond(request, response, shown, events).catch(() => response.destroy());
  });
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  shown: Shown,
  events: EventStream,
): Promise<void> {
  if (!isAllowedHost(request.headers.host)) {
    return send(response, 403, 'text/plain', 'Ask for localhost or 127.0.0.1: no other name is answered.\n');
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return send(response, 405, 'text/plain', 'Only GET and HEAD are answered.\n');
  }
  await shown.ready;
  const url = request.url ?? '';
  const [pathname = ''] = url.split(/[?#]/, 1);
  const query = url.slice(pathname.length);
  switch (pathname) {
    case devAddresses.script:
      return send(response, 200, contentType('dev.js'), shown.script);
    case devAddresses.styles:
      return send(response, 200, contentType('dev.css'), shown.styles);
    case devAddresses.events:
      return subscribe(request, response, shown, events);
    default:
      return await sendAnswer(findAnswer(pathname, shown.site()), response, shown, query);
  }
}

function subscribe(
  request: IncomingMessage,
  response: ServerResponse,
  shown: Shown,
  events: EventStream,
): void {
  const asked = new URLSearchParams(request.url?.split('?')[1]).get('page') ?? '/';
  events.add(response, () => {
    const answer = findAnswer(asked, shown.site());
    return shown.newsFor(answer.kind === 'page' ? answer.path : '');
  });
}

async function sendAnswer(
  answer: Answer,
  response: ServerResponse,
  shown: Shown,
  query: string,
): Promise<void> {
  switch (answer.kind) {
    case 'redirect':
      response.setHeader('Location', answer.to + query);
      return send(response, 302, 'text/plain', '');
    case 'nothing':
      return send(response, 404, contentType('.html'), withDevScript(nothing, shown.versionOf('')));
    case 'page':
      return sendPage(answer, response, shown);
    case 'file': {
      const file = shown.site().files.get(answer.path);
      if (file && 'copyOf' in file) return await sendCopy(response, file);
      const text = textOf(file);
      if (text !== null) return send(response, 200, contentType(answer.path), text);
      shown.onLost();
      return send(response, 503, 'text/plain', 'It is being made anew.\n');
    }
  }
}

function sendPage({ path, status }: Answer & { kind: 'page' }, response: ServerResponse, shown: Shown): void {
  const text = textOf(shown.site().files.get(path));
  if (text === null) {
    shown.onLost();
    // The script waits for a version that is another one.
    send(response, 503, contentType('.html'), withDevScript(anew, ''));
  } else {
    send(response, status, contentType('.html'), withDevScript(text, shown.versionOf(path)));
  }
}

async function sendCopy(response: ServerResponse, file: { path: string; copyOf: string }): Promise<void> {
  const content = createReadStream(file.copyOf);
  try {
    await new Promise((resolve, reject) => content.once('open', resolve).once('error', reject));
  } catch {
    // Removed since the last build; the next one knows.
    return send(response, 404, 'text/plain', 'The file is not there any more.\n');
  }
  response.writeHead(200, { ...headers, 'Content-Type': contentType(file.path) });
  if (response.req.method === 'HEAD') {
    content.destroy();
    response.end();
    return;
  }
  await pipeline(content, response);
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  const body = Buffer.from(text);
  response.writeHead(status, { ...headers, 'Content-Type': type, 'Content-Length': body.length });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

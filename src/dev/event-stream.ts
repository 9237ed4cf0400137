import type { ServerResponse } from 'node:http';

/** The browsers that wait for news (Server-Sent Events, HTML Standard section 9.2). */
export class EventStream {
  readonly #waiting = new Map<ServerResponse, { news: () => string; told: string }>();

  /** Keeps a response open, and tells it `news()` (one line of text) now and whenever it differs at `tell`. */
  add(response: ServerResponse, news: () => string): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write('retry: 500\n\n');
    this.#waiting.set(response, { news, told: '' });
    response.on('close', () => this.#waiting.delete(response));
    this.tell();
  }

  /** Tells each browser what is new for it. */
  tell(): void {
    for (const [response, waiting] of this.#waiting) {
      const news = waiting.news();
      if (news === waiting.told) continue;
      waiting.told = news;
      response.write(`data: ${news}\n\n`);
    }
  }

  /** Ends all responses. */
  close(): void {
    for (const response of this.#waiting.keys()) response.end();
  }
}

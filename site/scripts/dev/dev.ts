/*
 * Served by `npm run dev` only, on every page: brings the page up to date after a save, and shows errors over it.
 * The server tells which text of the page there is; this looks whether the browser has that one.
 */
import type { DevNews } from '../../../src/lib/dev-news.ts';
import { ErrorDialog } from './error-dialog.ts';
import { startPlaceKeeping } from './keep-place.ts';
import { PageUpdate } from './update-page.ts';

const page = new PageUpdate();
const errors = new ErrorDialog();
let source: EventSource | null = null;
let last = Promise.resolve();

startPlaceKeeping();
listen();
// A hidden tab needs no news, and a browser opens only six connections to a host.
document.addEventListener('visibilitychange', listen);
addEventListener('pagehide', stop);
addEventListener('pageshow', listen);

function listen(): void {
  if (document.visibilityState === 'hidden') {
    stop();
    return;
  }
  if (source !== null) return;
  source = new EventSource(`/_seaworthy/events?page=${encodeURIComponent(location.pathname)}`);
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const news = JSON.parse(data) as DevNews;
    errors.show(news.errors);
    // One after the other. A server that is not there any more is found again by the event source.
    last = last.then(() => (news.version === page.version ? undefined : page.run())).catch(tell);
  });
}

function tell(error: unknown): void {
  console.error('Seaworthy could not bring this page up to date; reload it.', error);
}

function stop(): void {
  source?.close();
  source = null;
}

/*
 * Served by `npm run dev` only, on every page: brings the page up to date after a save, and shows errors over it.
 * The server tells which text of the page there is; this looks whether the browser has that one.
 */
import type { DevNews } from '../../../src/lib/dev-news.ts';
import { ErrorDialog } from './error-dialog.ts';
import { startPlaceKeeping } from './keep-place.ts';
import { updatePage } from './update-page.ts';

const version = document.currentScript?.dataset.version;
const errors = new ErrorDialog();
let source: EventSource | null = null;

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
  source ??= new EventSource(`/_seaworthy/events?page=${encodeURIComponent(location.pathname)}`);
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const news = JSON.parse(data) as DevNews;
    errors.show(news.errors);
    if (news.version !== version) updatePage();
  };
}

function stop(): void {
  source?.close();
  source = null;
}

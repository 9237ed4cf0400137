// The search: a bundle of its own that `search-start.ts` loads when the reader asks for it. It opens at once.
import { make } from './make.ts';
import { searchDialog } from './search-dialog.ts';
import { search } from './search-query.ts';
import { searchSource } from './search-source.ts';

/** The file of its styles, beside this one; filled in by the build. */
declare const SEARCH_STYLES: string;

const { currentScript } = document;
// Loaded twice where a reader is impatient.
if (currentScript instanceof HTMLScriptElement && typeof window.openSearch !== 'function')
  start(currentScript.src);

function start(address: string): void {
  const root = new URL('..', address);
  const source = searchSource(new URL('search/', root).href);
  const dialog = searchDialog({ root: root.href, find: (query) => search(query, source) });
  window.openSearch = dialog.open;
  const styles = make('link', { rel: 'stylesheet', href: new URL(SEARCH_STYLES, address).href });
  // Opened all the same where they can't be loaded: it only looks plain.
  styles.onload = styles.onerror = dialog.open;
  document.head.append(styles);
}

import { differences, type Replacement } from './differences.ts';
import { reloadInPlace } from './keep-place.ts';
import { replaceStyles, styleSheets } from './replace-styles.ts';

/** Keeps the page at its newest text. */
export class PageUpdate {
  /** The text that the page has, as it was served: scripts may have changed the page since. */
  #served: Document;

  /** To be made before any other script has changed the page. */
  constructor() {
    this.#served = document.cloneNode(true) as Document;
    // Where scripts run, a browser takes this for plain text; a text that is only parsed has elements there.
    for (const element of this.#served.querySelectorAll('noscript')) element.innerHTML = element.textContent;
  }

  /** Which text the page has, as the server counts them. */
  get version(): string | undefined {
    return versionOf(this.#served);
  }

  /** Brings the page to its newest text: in place where nothing is touched that scripts know, else by a reload. */
  async run(): Promise<void> {
    const response = await fetch(location.pathname, { cache: 'no-store' });
    const after = new DOMParser().parseFromString(await response.text(), 'text/html');
    const before = this.#served;
    const changes = frameOf(after) === frameOf(before) && differences(document.body, before.body, after.body);
    const hasNewStyles = stylesOf(after) !== stylesOf(before);
    // With nothing new in the text, a file that the page shows has changed.
    const isFile = !hasNewStyles && before.title === after.title && before.body.isEqualNode(after.body);
    if (!changes || isFile) {
      reloadInPlace();
      return;
    }
    this.#served = after;
    document.title = after.title;
    if (hasNewStyles) replaceStyles(after);
    for (const change of changes) replace(change);
  }
}

function replace({ parent, old, fresh, before }: Replacement): void {
  const wasOpen = detailsIn(old).map((details) => details.open);
  const copies = fresh.map((node) => document.importNode(node, true));
  for (const node of copies) parent.insertBefore(node, old[0] ?? before);
  for (const node of old) node.remove();
  for (const [index, details] of detailsIn(copies).entries()) details.open ||= wasOpen[index] ?? false;
}

function detailsIn(nodes: readonly Node[]): HTMLDetailsElement[] {
  const elements = nodes.filter((node) => node instanceof Element);
  return elements.flatMap((node) => [
    ...(node instanceof HTMLDetailsElement ? [node] : []),
    ...node.querySelectorAll('details'),
  ]);
}

function versionOf(page: Document): string | undefined {
  return page.querySelector<HTMLElement>('script[data-version]')?.dataset.version;
}

// What can't be changed in a page that is there.
function frameOf(page: Document): string {
  const scripts = [...page.querySelectorAll('script[src]')].map((script) => script.getAttribute('src'));
  return [page.documentElement.lang, page.documentElement.dir, ...scripts].join('\n');
}

function stylesOf(page: Document): string {
  return styleSheets(page)
    .map((link) => link.getAttribute('href'))
    .join('\n');
}

import type { ExcerptLine, ShownError } from '../../../src/lib/dev-news.ts';

/** The first errors are what an author mends; the terminal has them all. */
const most = 20;
const closedKey = 'seaworthy-dev-closed';

/**
 * The errors of the last build, in a dialog over the page. It lives in a shadow tree with a style sheet of its own, so
 * that the page's styles (which may be what is broken) and it don't disturb each other. Closed, it leaves a button, and
 * comes back when there are other errors.
 */
export class ErrorDialog {
  readonly #host = document.createElement('div');
  readonly #dialog = document.createElement('dialog');
  readonly #button = document.createElement('button');
  readonly #ready: Promise<void>;
  #shown = '[]';

  constructor() {
    const root = this.#host.attachShadow({ mode: 'open' });
    const styles = document.createElement('link');
    styles.rel = 'stylesheet';
    styles.href = '/_seaworthy/dev.css';
    this.#ready = new Promise((resolve) => {
      styles.onload = () => resolve();
      styles.onerror = () => resolve();
    });
    this.#dialog.setAttribute('aria-labelledby', 'title');
    this.#dialog.addEventListener('close', () => {
      sessionStorage.setItem(closedKey, this.#shown);
      this.#button.hidden = this.#shown === '[]';
    });
    this.#button.type = 'button';
    this.#button.className = 'reopen';
    this.#button.hidden = true;
    this.#button.addEventListener('click', () => this.#open());
    root.append(styles, this.#dialog, this.#button);
  }

  /** Shows these errors in the place of those before; with none, the dialog goes. */
  async show(errors: readonly ShownError[]): Promise<void> {
    const shown = JSON.stringify(errors);
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (errors.length === 0) {
      sessionStorage.removeItem(closedKey);
      this.#dialog.close();
      this.#button.hidden = true;
      return;
    }
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
    await this.#ready;
    if (shown !== this.#shown) return;
    const title = `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`;
    this.#button.textContent = title;
    this.#dialog.replaceChildren(
      head(title, () => this.#dialog.close()),
      list(errors),
    );
    if (sessionStorage.getItem(closedKey) === shown) this.#button.hidden = false;
    else this.#open();
  }

  #open(): void {
    sessionStorage.removeItem(closedKey);
    this.#button.hidden = true;
    if (!this.#dialog.open) this.#dialog.showModal();
  }
}

function head(title: string, close: () => void): HTMLElement {
  const button = element('button', 'close', 'Close');
  button.addEventListener('click', close);
  const heading = element('h2', '', title);
  heading.id = 'title';
  return element('div', 'head', heading, button);
}

function list(errors: readonly ShownError[]): HTMLElement {
  const shown = errors.slice(0, most).map((error) => element('li', '', ...parts(error)));
  const others = errors.length - shown.length;
  return element('ol', '', ...shown, ...(others > 0 ? [element('li', '', `And ${others} more.`)] : []));
}

function parts({ where, code, message, hint, excerpt }: ShownError): HTMLElement[] {
  return [
    element('p', 'where', element('code', '', where), element('span', 'code', code)),
    element('p', 'message', ...withCode(message)),
    ...(excerpt.length > 0 ? [source(excerpt)] : []),
    ...(hint === '' ? [] : [element('p', 'hint', ...withCode(hint))]),
  ];
}

// Messages set code between backticks, as the terminal shows them.
function withCode(text: string): (Node | string)[] {
  const parts = text.split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? element('code', '', part) : part));
}

function source(excerpt: readonly ExcerptLine[]): HTMLElement {
  const block = element('pre', '', ...excerpt.map(sourceLine));
  // It can be wider than the dialog, and is scrolled with the keyboard too.
  block.tabIndex = 0;
  block.setAttribute('role', 'region');
  block.setAttribute('aria-label', 'Source');
  return block;
}

function sourceLine({ number, text, marked }: ExcerptLine): HTMLElement {
  const label = element('span', 'number', String(number));
  if (marked === null) return element('span', 'line', label, `${text}\n`);
  const [from, to] = marked;
  const mark = element('mark', '', text.slice(from, to) || ' ');
  return element('span', 'line wrong', label, text.slice(0, from), mark, `${text.slice(to)}\n`);
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}

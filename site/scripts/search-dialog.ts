import { make } from './make.ts';
import type { Found } from './search-query.ts';

interface Options {
  /** Address of the site's root, `/` at the end. */
  root: string;
  find(query: string): Promise<Found[]>;
}

/** The dialog with the field and what is found. When it closes the browser gives the focus back to where it was. */
export function searchDialog({ root, find }: Options): { open(): void } {
  // No `type="search"`, whose Escape empties the field before it closes the dialog.
  const field = make('input', {
    role: 'searchbox',
    ariaLabel: 'Search',
    autocomplete: 'off',
    spellcheck: false,
  });
  field.placeholder = 'Words, flags, commands';
  const close = make('button', { type: 'button', textContent: 'Close' });
  const status = make('p', { className: 'search-status', role: 'status' });
  const results = make('ul', { className: 'search-results' });
  const bar = make('div', { className: 'search-bar' }, [field, close]);
  const dialog = make('dialog', { className: 'search', ariaLabel: 'Search' }, [bar, status, results]);

  const show = async (): Promise<void> => {
    const query = field.value.trim();
    try {
      const found = query === '' ? [] : await find(query);
      // The answer to an older question may come last.
      if (field.value.trim() !== query) return;
      results.replaceChildren(...found.map((post) => resultOf(post, root)));
      status.textContent = query === '' ? '' : summary(found);
    } catch {
      status.textContent = 'The search index could not be loaded. Reload the page and try again.';
    }
  };
  field.addEventListener('input', show);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => {
    const isBackdrop = target === dialog;
    if (isBackdrop || (target instanceof Element && target.closest('a'))) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => moveByKey(event, field, results));
  document.body.append(dialog);
  return {
    open() {
      if (!dialog.open) dialog.showModal();
      field.select();
    },
  };
}

function resultOf({ title, href, passages }: Found, root: string): HTMLElement {
  const sections = passages.map((passage) => {
    const words = passage.pieces.map(({ text, isMatch }) =>
      make(isMatch ? 'mark' : 'span', { textContent: text }),
    );
    const heading = make('b', { textContent: passage.title || 'Introduction' });
    return make('li', {}, [make('a', { href: root + passage.href }, [heading, make('span', {}, words)])]);
  });
  return make('li', {}, [make('a', { href: root + href, textContent: title }), make('ul', {}, sections)]);
}

function summary(found: readonly Found[]): string {
  const count = found.reduce((sum, { passages }) => sum + Math.max(1, passages.length), 0);
  return count === 0 ? 'Nothing found.' : count === 1 ? '1 place found.' : `${count} places found.`;
}

// The arrows walk from the field through the links and back; Enter in the field takes the first section.
function moveByKey(event: KeyboardEvent, field: HTMLElement, results: HTMLElement): void {
  const stops: HTMLElement[] = [field, ...results.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'Enter' && at === 0) (stops[2] ?? stops[1])?.click();
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || at < 0) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus();
}

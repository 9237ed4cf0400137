type Scheme = 'light' | 'dark' | 'system';

const key = 'seaworthy-scheme';

/**
 * Sets the colours that the reader has chosen earlier on the root element, where the style sheet looks for them; without a
 * choice they are those of the system. Called before anything is painted.
 */
export function startScheme(): void {
  const root = document.documentElement;
  root.dataset.scripted = '';
  apply(stored());
  // Another tab, or a page that comes back whole out of the history, follows.
  addEventListener('storage', () => apply(stored()));
  addEventListener('pageshow', () => apply(stored()));
}

/** Lets the reader choose: the layout has the element, hidden from those without a script. */
export function startSchemeSwitch(): void {
  const select = choice();
  select?.addEventListener('change', () => {
    const scheme = asScheme(select.value);
    apply(scheme);
    try {
      localStorage.setItem(key, scheme);
    } catch {
      // A browser that keeps nothing forgets the choice with the page.
    }
  });
  apply(stored());
}

function apply(scheme: Scheme): void {
  document.documentElement.dataset.scheme = scheme;
  const select = choice();
  if (select) select.value = scheme;
}

function choice(): HTMLSelectElement | null {
  return document.querySelector<HTMLSelectElement>('select.scheme');
}

function stored(): Scheme {
  try {
    return asScheme(localStorage.getItem(key));
  } catch {
    return 'system';
  }
}

function asScheme(text: string | null): Scheme {
  return text === 'light' || text === 'dark' ? text : 'system';
}

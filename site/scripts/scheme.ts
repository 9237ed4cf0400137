const key = 'seaworthy-scheme';

/**
 * Sets the colours that the reader has chosen earlier on the root element, where the style sheet looks for them; without a
 * choice they are those of the system. Called before anything is painted.
 */
export function startScheme(): void {
  document.documentElement.dataset.scripted = '';
  recall();
  // Another tab, or a page that comes back whole out of the history, follows.
  addEventListener('storage', recall);
  addEventListener('pageshow', recall);
}

/** Lets the reader choose: the layout has the element, hidden from those without a script. */
export function startSchemeSwitch(): void {
  const select = choice();
  select?.addEventListener('change', () => {
    apply(select.value);
    try {
      localStorage.setItem(key, select.value);
    } catch {
      // A browser that keeps nothing forgets the choice with the page.
    }
  });
  recall();
}

function recall(): void {
  try {
    apply(localStorage.getItem(key) ?? 'system');
  } catch {
    apply('system');
  }
}

// The style sheet knows `light` and `dark`; anything else is the system's.
function apply(scheme: string): void {
  document.documentElement.dataset.scheme = scheme;
  const select = choice();
  if (select) select.value = scheme;
}

function choice(): HTMLSelectElement | null {
  return document.querySelector<HTMLSelectElement>('select.scheme');
}

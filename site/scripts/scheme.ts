import { keep, kept } from './kept.ts';
import { make } from './make.ts';

const key = 'seaworthy-scheme';
const root = document.documentElement;
let select: HTMLSelectElement | undefined;

/**
 * Sets the colours that the reader has chosen earlier on the root element, where the style sheet looks for them; without a
 * choice they are those of the system. Called before anything is painted.
 */
export function startScheme(): void {
  root.dataset.scripted = '';
  recall();
  // Another tab, or a page that comes back whole out of the history, follows.
  addEventListener('storage', recall);
  addEventListener('pageshow', recall);
}

/** Lets the reader choose: the layout keeps the place (`.scheme`), hidden from those without a script. */
export function startSchemeSwitch(): void {
  const choices = ['Auto', 'Light', 'Dark'].map((name) => new Option(name, name.toLowerCase()));
  const made = make('select', { ariaLabel: 'Colours' }, choices);
  select = made;
  made.addEventListener('change', () => {
    apply(made.value);
    keep(key, made.value);
  });
  document.querySelector('.scheme')?.append(made);
  recall();
}

function recall(): void {
  apply(kept(key) ?? 'auto');
}

// The style sheet knows `light` and `dark`; `auto` are the system's.
function apply(scheme: string): void {
  root.dataset.scheme = scheme;
  if (select) select.value = scheme;
}

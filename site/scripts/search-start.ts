import { loadScript } from './load-script.ts';

declare global {
  interface Window {
    /** Set by the search when it is there. */
    openSearch?: () => void;
  }
}

/** Opens the search by its button, by `/` outside of fields, and by Ctrl or ⌘ with K; it is loaded when first asked for. */
export function startSearch(): void {
  const button = document.querySelector<HTMLButtonElement>('.search-open');
  if (!button) return;
  const open = (): void => {
    // An element of a post can have this id, and is then found here too.
    if (typeof window.openSearch === 'function') window.openSearch();
    // A second press while it is loading changes nothing; where it could not be loaded, the next press tries again.
    else loadScript(button.dataset.script ?? '');
  };
  button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (!isSearchKey(event)) return;
    event.preventDefault();
    open();
  });
}

function isSearchKey({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const hasModifier = ctrlKey || metaKey;
  if (altKey || key !== (hasModifier ? 'k' : '/')) return false;
  return hasModifier || !(target as Element).matches(':read-write, select');
}

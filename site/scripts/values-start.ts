import { loadScript } from './load-script.ts';
import { valuesKey } from './values-key.ts';

/** The file name of `values.ts` as a bundle; it lies beside this script. */
declare const VALUES_SCRIPT: string;

const own = document.currentScript as HTMLScriptElement;

/** Makes words that stand for a reader's own value (`var.value`) fields; what serves them is loaded with the first use. */
export function startValues(): void {
  const fields = document.querySelectorAll<HTMLElement>('var.value');
  if (fields.length === 0) return;
  for (const field of fields) field.tabIndex = 0;
  let isLoaded = false;
  const load = (): void => {
    if (isLoaded) return;
    isLoaded = true;
    loadScript(new URL(VALUES_SCRIPT, own.src).href);
  };
  document.addEventListener('focusin', ({ target }) => {
    if ((target as Element).matches('var.value')) load();
  });
  try {
    if (sessionStorage.getItem(valuesKey)) load();
  } catch {
    // A browser that keeps nothing has no values.
  }
}

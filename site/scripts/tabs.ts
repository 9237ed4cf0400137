import { keep, kept } from './kept.ts';

const key = 'seaworthy-tabs';

/** Turns all tabs of one name where the reader turns one, here and on the next pages. */
export function startTabs(): void {
  const choices = [...document.querySelectorAll<HTMLInputElement>('.tabs input')];
  if (choices.length === 0) return;
  const chosen = new Set(kept(key)?.split('\n'));
  const show = (): void => {
    for (const name of chosen) for (const choice of choices) if (choice.value === name) choice.checked = true;
  };
  document.addEventListener('change', ({ target }) => {
    if (!choices.includes(target as HTMLInputElement)) return;
    const { value } = target as HTMLInputElement;
    // The last one counts where a set has several that were chosen somewhere.
    chosen.delete(value);
    chosen.add(value);
    show();
    keep(key, [...chosen].join('\n'));
  });
  show();
}

import type { Element } from 'hast';
import { h } from 'hastscript';

/** What readers set in the header of every page; it needs a script, and is not shown without one. */
export function readerTools(): Element {
  const option = (value: string, name: string): Element => h('option', { value }, name);
  return h('div.tools.needs-script', [
    h('select.scheme', { ariaLabel: 'Colours', autocomplete: 'off' }, [
      option('system', 'Auto'),
      option('light', 'Light'),
      option('dark', 'Dark'),
    ]),
  ]);
}

import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Frame } from './layout.ts';

/** What readers have in the header of every page. It needs a script, and is not shown without one. */
export function readerTools(from: string, { search, hrefOf }: Frame): Element {
  const option = (value: string, name: string): Element => h('option', { value }, name);
  const searchButton = { type: 'button', ariaKeyShortcuts: '/', dataScript: hrefOf(from, search) };
  return h('div.tools.needs-script', [
    h('button.search-open', searchButton, ['Search ', h('kbd', '/')]),
    h('select.scheme', { ariaLabel: 'Colours' }, [
      option('system', 'Auto'),
      option('light', 'Light'),
      option('dark', 'Dark'),
    ]),
  ]);
}

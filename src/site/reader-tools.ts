import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Frame } from './frame.ts';

/** What readers have in the header of every page. It needs a script, and is not shown without one. */
export function readerTools(from: string, { search, hrefOf }: Frame): Element {
  const searchButton = { type: 'button', ariaKeyShortcuts: '/', dataScript: hrefOf(from, search) };
  return h('div.tools.needs-script', [
    h('button.search-open', searchButton, ['Search ', h('kbd', '/')]),
    // A select that stands in the page has Chromium lay out all of it for autofill, before its styles are there.
    h('span.scheme'),
  ]);
}

/*
 * What runs on every page before the reader touches anything: at most 2 kB (gzip), held by test/site/budgets.test.ts.
 * One classic script in the page's head that holds up the page, so that the chosen colours are there at the first paint.
 *
 * To add a part:
 * 1. Write `site/scripts/NAME.ts` that exports `startNAME(): void`. It finds its elements by class or `data-` attribute
 *    and returns where there are none. Add it to `parts`: it is called once, when the document has been read, with its
 *    styles, which every script below them waits for. What asks where things stand belongs to the end.
 * 2. What works only with a script carries the class `needs-script`: without one it is not shown. Nothing may move.
 * 3. Text goes into elements by `textContent`, never `innerHTML`. No `style` attribute: set a class or a `data-`
 *    attribute and let `site/styles` do the rest. No fetch, no modules, no other host: all works from `file:`.
 * 4. Anything bigger is a bundle of its own that is loaded when it is asked for, by a `script` element.
 * 5. Logic that the build or a test needs too lives in `src/lib`; nothing else of `src` may be imported.
 */
import { startAges } from './ages.ts';
import { startContents } from './contents.ts';
import { startCopy } from './copy.ts';
import { startLayOutRest } from './lay-out-rest.ts';
import { startScheme, startSchemeSwitch } from './scheme.ts';
import { startSearch } from './search-start.ts';
import { startTabs } from './tabs.ts';
import { startValues } from './values-start.ts';

const parts = [
  startSearch,
  startAges,
  startTabs,
  startValues,
  startCopy,
  startSchemeSwitch,
  startContents,
  startLayOutRest,
];

startScheme();
document.addEventListener('DOMContentLoaded', () => {
  for (const start of parts) start();
});

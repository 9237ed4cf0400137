import type { ElementContent, Root as Hast } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Code, Root as Mdast } from 'mdast';
import rehypeRaw from 'rehype-raw';
import remarkRehype, { type Options as RehypeOptions } from 'remark-rehype';
import { unified } from 'unified';
import type { Diagnostic } from '../model/diagnostic.ts';
import { markAlerts } from './alerts.ts';
import { findRemovedHtml, sanitize } from './allowed-html.ts';
import { arrangeContainers } from './containers/arrange.ts';
import { markContainers } from './containers/mark-containers.ts';
import { forgetPlaces } from './forget-places.ts';
import { addHeadingIds, type Heading } from './headings.ts';
import { loadMath } from './math.ts';
import { markSetOff } from './set-off-marks.ts';
import { wrapTables } from './tables.ts';
import { findUndrawn, findUnknownMarkup } from './unknown-markup.ts';
import { someNode, walkElements } from './walk.ts';

/** A post's text as HTML that is safe, with its headings; links and code blocks are still as the author wrote them. */
export interface Body {
  tree: Hast;
  /** The code blocks in the order of the page; `pre` elements name them by number (`data-block`). */
  codes: Code[];
  headings: Heading[];
  /** Every id on the page: what `#anchors` can lead to. */
  ids: Set<string>;
  /** The text of the first heading of the first level, when the body begins with one. */
  leadingTitle: string | null;
  findings: Diagnostic[];
}

const shortCode = 20;

const raw = unified().use(rehypeRaw).freeze();

/** Makes the body of a page from a syntax tree. `title`: the page's own heading, so a body that repeats it loses it. */
export async function makeBody(
  parsedTree: Mdast,
  options: { path: string; title: string | null; source: string },
): Promise<Body> {
  const tree = arrangeContainers(parsedTree, options.source);
  const math = await loadMath(tree);
  const codes: Code[] = [];
  const first = toHast(tree, codes, math);
  const needsParser = math !== null || holdsHtml(tree);
  const parsed = needsParser ? (raw.runSync(first) as Hast) : first;
  const removed = findRemovedHtml(parsed, { path: options.path, math: math !== null });
  const hast = sanitize(parsed, { math: math !== null });
  const leadingTitle = takeLeadingTitle(hast, options.title);
  markAlerts(hast);
  labelTasks(hast);
  markContainers(hast);
  markSetOff(hast);
  keepShortCodeTogether(hast);
  wrapTables(hast);
  const headings = addHeadingIds(hast);
  const findings = [
    ...removed,
    ...findUnknownMarkup(hast, options.path),
    ...codes.flatMap((code) => findUndrawn(code, options.path)),
  ];
  forgetPlaces(hast);
  return { tree: hast, codes, headings, ids: idsOf(hast), leadingTitle, findings };
}

type Handlers = NonNullable<RehypeOptions['handlers']>;

function toHast(tree: Mdast, codes: Code[], math: Handlers | null): Hast {
  const handlers: Handlers = { ...math, code: (_state, node: Code) => placeholder(codes, node) };
  const processor = unified().use(remarkRehype, { allowDangerousHtml: true, handlers });
  return processor.runSync(tree) as Hast;
}

function placeholder(codes: Code[], node: Code): ElementContent {
  codes.push(node);
  const properties = { dataBlock: String(codes.length - 1) };
  return { type: 'element', tagName: 'pre', properties, children: [{ type: 'text', value: node.value }] };
}

function holdsHtml(tree: Mdast): boolean {
  return someNode(tree, (node) => node.type === 'html' && !/^\s*<!--[\s\S]*-->\s*$/.test(node.value));
}

// A Markdown file without front matter often begins with its title as a heading, which the page shows already.
function takeLeadingTitle(tree: Hast, title: string | null): string | null {
  const index = tree.children.findIndex((node) => node.type === 'element');
  const element = tree.children[index];
  if (element?.type !== 'element' || !/^h[1-3]$/.test(element.tagName)) return null;
  const text = textOf(element);
  const repeats = title === null || text.trim().toLowerCase() === title.trim().toLowerCase();
  if (repeats) tree.children.splice(index, 1);
  return text;
}

function labelTasks(tree: Hast): void {
  walkElements(tree, ({ tagName, properties }) => {
    if (tagName === 'input') properties.ariaLabel = properties.checked ? 'Done' : 'To do';
    return undefined;
  });
}

// `--name` must not be broken after its dashes; longer code may be, or it would not fit on a phone.
function keepShortCodeTogether(tree: Hast): void {
  walkElements(tree, (element) => {
    if (element.tagName === 'pre') return 'skip';
    if (element.tagName === 'code' && textOf(element).length <= shortCode)
      element.properties.className = ['short'];
    return undefined;
  });
}

function idsOf(tree: Hast): Set<string> {
  const ids = new Set<string>();
  walkElements(tree, ({ properties }) => {
    if (typeof properties.id === 'string') ids.add(properties.id);
    if (typeof properties.name === 'string') ids.add(properties.name);
  });
  return ids;
}

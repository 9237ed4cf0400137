/** Nodes of the page, side by side, that are to be replaced by others of the new text. */
export interface Replacement {
  parent: Element;
  /** The nodes on the page; empty when something is only added. */
  old: ChildNode[];
  /** What comes in their place. */
  fresh: ChildNode[];
  /** Where it comes when there are no old ones: before this node (null: at the end of `parent`). */
  before: ChildNode | null;
}

/**
 * What to replace in `live`, the page as it stands, to bring it from the text `before` to the text `after`; as little as
 * possible. Null when it can't be told, or when it touches what scripts know: then the page must be loaded anew.
 */
export function differences(live: Element, before: Element, after: Element): Replacement[] | null {
  if (before.isEqualNode(after)) return [];
  const olds = [...before.childNodes];
  const news = [...after.childNodes];
  const lives = counterparts(live, olds);
  if (lives === null || !before.cloneNode(false).isEqualNode(after.cloneNode(false))) return null;
  let start = 0;
  while (start < olds.length && start < news.length && isEqual(olds[start], news[start])) start++;
  let end = 0;
  const rest = Math.min(olds.length, news.length) - start;
  while (end < rest && isEqual(olds.at(-1 - end), news.at(-1 - end))) end++;
  const range = {
    old: lives.slice(start, lives.length - end),
    was: olds.slice(start, olds.length - end),
    fresh: news.slice(start, news.length - end),
    before: lives[lives.length - end] ?? null,
  };
  return pairwise(live, range) ?? asOne(live, range);
}

interface Range extends Omit<Replacement, 'parent'> {
  /** The nodes as they were served that `old` stands for. */
  was: ChildNode[];
}

// As many nodes as before: each is looked into on its own.
function pairwise(parent: Element, { old, was, fresh }: Range): Replacement[] | null {
  if (was.length !== fresh.length) return null;
  const found: Replacement[] = [];
  for (const [index, one] of was.entries()) {
    const [live, next] = [old[index], fresh[index]];
    if (live === undefined || next === undefined) return null;
    if (one.isEqualNode(next)) continue;
    const single = { old: [live], was: [one], fresh: [next], before: live.nextSibling };
    const inside = insideOf(live, one, next) ?? asOne(parent, single);
    if (inside === null) return null;
    found.push(...inside);
  }
  return found;
}

function insideOf(live: Node, one: Node, next: Node): Replacement[] | null {
  const areElements = live instanceof Element && one instanceof Element && next instanceof Element;
  return areElements && one.nodeName === next.nodeName ? differences(live, one, next) : null;
}

function asOne(parent: Element, { old, was, fresh, before }: Range): Replacement[] | null {
  const isUntouched = old.every((node, index) => isAsServed(node, was[index]));
  return isUntouched && [...old, ...fresh].every(isPlain) ? [{ parent, old, fresh, before }] : null;
}

/** The children of `live` that stand for those that were served, without what scripts have put between them. */
function counterparts(live: Element, served: readonly ChildNode[]): ChildNode[] | null {
  const found: ChildNode[] = [];
  let next = live.firstChild;
  for (const child of served) {
    while (next !== null && !standsFor(next, child)) next = next.nextSibling;
    if (next === null) return null;
    found.push(next);
    next = next.nextSibling;
  }
  return found;
}

function standsFor(live: ChildNode, served: ChildNode): boolean {
  if (!(live instanceof Element && served instanceof Element)) return live.nodeName === served.nodeName;
  const classes = [...served.classList];
  return live.nodeName === served.nodeName && classes.every((name) => live.classList.contains(name));
}

function isEqual(one: Node | undefined, other: Node | undefined): boolean {
  return one !== undefined && other !== undefined && one.isEqualNode(other);
}

// What a reader opens is no change, nor that a part has been laid out.
function isAsServed(live: Node, served: Node | undefined): boolean {
  return served !== undefined && untouched(live).isEqualNode(untouched(served));
}

function untouched(node: Node): Node {
  const copy = node.cloneNode(true);
  if (!(copy instanceof Element)) return copy;
  for (const details of [copy, ...copy.querySelectorAll('details')]) details.removeAttribute('open');
  copy.classList.remove('laid-out');
  if (copy.className === '') copy.removeAttribute('class');
  return copy;
}

const known =
  '[id]:not(.proof), pre:not(.proof pre), button, input, select, textarea, dialog, form, script, template, .needs-script';

// Headings, code, controls and whatever carries data may have a script behind it that would not know its successor. What
// a proof shows, and how it stands, has none.
function isPlain(node: Node): boolean {
  if (!(node instanceof Element)) return true;
  const elements = [node, ...node.querySelectorAll('*')];
  return elements.every((element) => !element.matches(known) && !element.getAttributeNames().some(isData));
}

function isData(name: string): boolean {
  return name.startsWith('data-') && name !== 'data-state';
}

/** Nodes of the page, side by side, that are to be replaced by others of the new text. */
export interface Replacement {
  parent: Element;
  /** The nodes on the page; empty when something is only added. */
  old: ChildNode[];
  /** What comes in their place, before `before` (null: at the end of `parent`). */
  fresh: ChildNode[];
  before: ChildNode | null;
}

/**
 * What to replace in `live`, the page as it stands, to bring it from the text `before` to the text `after`; as little as
 * possible. Null when it can't be told, or when it touches what scripts know: then the page must be loaded anew.
 */
export function differences(live: Element, before: Element, after: Element): Replacement[] | null {
  if (before.isEqualNode(after)) return [];
  const lives = [...live.childNodes];
  const olds = [...before.childNodes];
  const news = [...after.childNodes];
  if (!sameAttributes(before, after) || !areAligned(lives, olds)) return null;
  let start = 0;
  while (start < olds.length && start < news.length && olds[start]?.isEqualNode(news[start] ?? null)) start++;
  let end = 0;
  const rest = Math.min(olds.length, news.length) - start;
  while (end < rest && olds.at(-1 - end)?.isEqualNode(news.at(-1 - end) ?? null)) end++;
  const old = lives.slice(start, lives.length - end);
  const was = olds.slice(start, olds.length - end);
  const fresh = news.slice(start, news.length - end);
  return (
    pairwise(old, was, fresh) ?? asOne(live, { old, was, fresh, before: lives[lives.length - end] ?? null })
  );
}

// The same elements in the same order: each is looked into on its own.
function pairwise(old: ChildNode[], was: ChildNode[], fresh: ChildNode[]): Replacement[] | null {
  if (was.length !== fresh.length) return null;
  const found: Replacement[] = [];
  for (const [index, one] of was.entries()) {
    const next = fresh[index];
    const live = old[index];
    if (next === undefined || live === undefined || one.nodeName !== next.nodeName) return null;
    if (one.isEqualNode(next)) continue;
    if (!(live instanceof Element && one instanceof Element && next instanceof Element)) return null;
    const inside = differences(live, one, next);
    if (inside === null) return null;
    found.push(...inside);
  }
  return found;
}

function asOne(
  parent: Element,
  {
    old,
    was,
    fresh,
    before,
  }: { old: ChildNode[]; was: ChildNode[]; fresh: ChildNode[]; before: ChildNode | null },
): Replacement[] | null {
  const isUntouched = old.every((node, index) => isAsServed(node, was[index]));
  return isUntouched && [...old, ...fresh].every(isPlain) ? [{ parent, old, fresh, before }] : null;
}

function areAligned(lives: ChildNode[], olds: ChildNode[]): boolean {
  return (
    lives.length === olds.length && lives.every((node, index) => node.nodeName === olds[index]?.nodeName)
  );
}

function sameAttributes(one: Element, other: Element): boolean {
  return one.cloneNode(false).isEqualNode(other.cloneNode(false));
}

// What a reader opens is no change.
function isAsServed(live: Node, served: Node | undefined): boolean {
  return served !== undefined && closed(live).isEqualNode(closed(served));
}

function closed(node: Node): Node {
  const copy = node.cloneNode(true);
  if (!(copy instanceof Element)) return copy;
  for (const details of [copy, ...copy.querySelectorAll('details')]) details.removeAttribute('open');
  return copy;
}

// Headings, code and controls may have a script behind them that would not know their successors. What a proof shows has
// none.
const known =
  '[id], pre:not(.proof pre), button, input, select, textarea, dialog, form, script, .needs-script, [data-scripted]';

function isPlain(node: Node): boolean {
  if (!(node instanceof Element)) return true;
  return !node.matches(known) && node.querySelector(known) === null;
}

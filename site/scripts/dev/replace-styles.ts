/** Puts the style sheets of `after` in the place of the page's own, each old one going when its successor is there. */
export function replaceStyles(after: Document): void {
  const wanted = styleSheets(after);
  const present = styleSheets(document);
  const outdated = present.filter((link) => !wanted.some((other) => isSame(link, other)));
  const fresh = wanted.filter((link) => !present.some((other) => isSame(link, other)));
  let missing = fresh.length;
  const onSettled = (): void => {
    missing--;
    if (missing <= 0) for (const link of outdated) link.remove();
  };
  for (const link of fresh) {
    const copy = document.importNode(link, true);
    copy.addEventListener('load', onSettled);
    copy.addEventListener('error', onSettled);
    (present.at(-1) ?? document.head.lastElementChild)?.after(copy);
  }
  if (fresh.length === 0) onSettled();
}

/** The links to style sheets in the head of a page. */
export function styleSheets(of: Document): HTMLLinkElement[] {
  return [...of.querySelectorAll<HTMLLinkElement>('head link[rel="stylesheet"]')];
}

function isSame(one: HTMLLinkElement, other: HTMLLinkElement): boolean {
  return one.getAttribute('href') === other.getAttribute('href') && one.media === other.media;
}

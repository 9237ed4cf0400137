/** Marks in the table of contents the section that is being read, and keeps that entry in sight. */
export function startContents(): void {
  const contents = document.querySelector<HTMLDetailsElement>('.contents');
  if (!contents) return;
  const links = [...contents.querySelectorAll('a')];
  let current: HTMLAnchorElement | undefined;
  // Browsers tell of scrolling at most once a frame.
  const mark = (): void => {
    const line = readingLine();
    const reached = links.findLast((link) => topOf(link) <= line);
    if (reached === current) return;
    if (current) current.ariaCurrent = null;
    if (reached) reached.ariaCurrent = 'true';
    current = reached;
    if (reached) keepInSight(reached, contents);
  };
  addEventListener('scroll', mark, { passive: true });
  // On a phone it lies over the text.
  contents.addEventListener('click', ({ target }) => {
    if ((target as Element).matches('a')) contents.open = false;
  });
  mark();
}

function topOf({ hash }: HTMLAnchorElement): number {
  const heading = document.getElementById(decodeURIComponent(hash.slice(1)));
  return heading?.getBoundingClientRect().top ?? Infinity;
}

/**
 * How far down the window, in pixels, a heading counts as reached: a quarter of it, and over the last screen of the page
 * more and more, since the last headings can't be scrolled up to a quarter.
 */
function readingLine(): number {
  const left = document.documentElement.scrollHeight - innerHeight - scrollY;
  return innerHeight * Math.max(0.25, 1 - left / innerHeight);
}

// Only the contents' own scroll area moves, never the page.
function keepInSight(link: Element, area: Element): void {
  const [entry, frame] = [link.getBoundingClientRect(), area.getBoundingClientRect()];
  if (entry.top < frame.top || entry.bottom > frame.bottom) {
    area.scrollTop += entry.top - frame.top - frame.height / 3;
  }
}

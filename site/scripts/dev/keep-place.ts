const key = 'seaworthy-dev-place';

/** Where a reader is on a page, told so that it is found again when something above has changed. */
interface Place {
  page: string;
  x: number;
  y: number;
  /** The last heading above the middle of the window, and how far below the window's top it stands (pixels). */
  heading: { id: string; top: number } | null;
  /** The `details` that stand open, by `nameDetails`. */
  open: string[];
}

/** After `reloadInPlace`: opens what stood open and scrolls to where the reader was. */
export function startPlaceKeeping(): void {
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  const place = text === null ? null : (JSON.parse(text) as Place);
  if (place?.page !== location.pathname) return;
  for (const [name, details] of nameDetails()) details.open ||= place.open.includes(name);
  scrollTo({ left: place.x, top: topOf(place), behavior: 'instant' });
  // Not before all is loaded: the browser would go back to where it was after all.
  addEventListener('load', () => setTimeout(() => (history.scrollRestoration = 'auto')));
}

/** Loads the page anew, and leaves a note of the place. */
export function reloadInPlace(): void {
  const open = [...nameDetails()].filter(([, details]) => details.open).map(([name]) => name);
  const place: Place = { page: location.pathname, x: scrollX, y: scrollY, heading: lastHeading(), open };
  sessionStorage.setItem(key, JSON.stringify(place));
  // The browser would go back to the same distance from the top, whatever stands there now.
  history.scrollRestoration = 'manual';
  location.reload();
}

function topOf({ heading, y }: Place): number {
  const found = heading === null ? null : document.getElementById(heading.id);
  return found && heading ? found.getBoundingClientRect().top + scrollY - heading.top : y;
}

function lastHeading(): Place['heading'] {
  const above = headings().filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2);
  const last = above.at(-1);
  return last && scrollY > 0 ? { id: last.id, top: last.getBoundingClientRect().top } : null;
}

function headings(): Element[] {
  return [...document.querySelectorAll('main :is(h2, h3, h4, h5, h6)[id]')];
}

/** Each `details` of the page by the heading above it and its number below that heading. */
function nameDetails(): Map<string, HTMLDetailsElement> {
  const named = new Map<string, HTMLDetailsElement>();
  let section = '';
  let number = 0;
  for (const element of document.querySelectorAll('details, main :is(h2, h3, h4, h5, h6)[id]')) {
    if (element instanceof HTMLDetailsElement) {
      named.set(`${section}/${number}`, element);
      number++;
    } else {
      section = element.id;
      number = 0;
    }
  }
  return named;
}

const key = 'seaworthy-dev-place';

interface Place {
  page: string;
  x: number;
  y: number;
  /** Which `details` stand open, by their number on the page. */
  open: number[];
}

/** After a reload by `reloadInPlace`: opens what stood open and scrolls to where the reader was. */
export function startPlaceKeeping(): void {
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  const place = text === null ? null : (JSON.parse(text) as Place);
  if (place?.page !== location.pathname) return;
  const all = allDetails();
  for (const number of place.open) all[number]?.setAttribute('open', '');
  scrollTo({ left: place.x, top: place.y, behavior: 'instant' });
}

/** Loads the page anew, and leaves a note of the place. */
export function reloadInPlace(): void {
  const open = allDetails().flatMap((details, number) => (details.open ? [number] : []));
  const place: Place = { page: location.pathname, x: scrollX, y: scrollY, open };
  sessionStorage.setItem(key, JSON.stringify(place));
  location.reload();
}

function allDetails(): HTMLDetailsElement[] {
  return [...document.querySelectorAll('details')];
}

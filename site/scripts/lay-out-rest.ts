/** With fewer parts at a time each time does little else than beginning. */
const partsAtATime = 48;
/** Time for the first paint, and then for what a reader does in between. */
const pauseMs = 50;

/**
 * Lays out, some at a time, the parts of a text that the styles have put off for the sake of the first paint. Then the
 * scroll bar tells the truth, and a picture of the whole page shows all of it.
 */
export function startLayOutRest(): void {
  const rest = [...document.querySelectorAll('.prose > *')];
  const next = (): void => {
    for (const part of rest.splice(0, partsAtATime)) part.classList.add('laid-out');
    if (rest.length > 0) setTimeout(next, pauseMs);
  };
  setTimeout(next, pauseMs);
}

import type { Element } from 'hast';
import { h } from 'hastscript';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date or time (ISO 8601) for readers: `24 Nov 2026`. As it is when it can't be read. */
function shownDate(iso: string): string {
  const date = new Date(iso.slice(0, 10));
  if (Number.isNaN(date.getTime())) return iso;
  // `Intl` would first read the ways of all languages, which takes as long as making half a page.
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** The same as a `time` element. */
export function timeElement(iso: string): Element {
  return h('time', { dateTime: iso.slice(0, 10) }, shownDate(iso));
}

/** Whole days from one moment (ISO 8601) to another. */
export function daysBetween(iso: string, now: Date): number {
  return Math.floor((now.getTime() - Date.parse(iso)) / 86_400_000);
}

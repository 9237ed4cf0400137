import type { Element } from 'hast';
import { h } from 'hastscript';

// Made when it is needed: that takes longer than reading most modules.
let format: Intl.DateTimeFormat | null = null;

function formatted(time: number): string {
  format ??= new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(time).replace('Sept', 'Sep');
}

/** A date or time (ISO 8601) for readers: `24 Nov 2026`. As it is when it can't be read. */
function shownDate(iso: string): string {
  const time = Date.parse(iso.slice(0, 10));
  return Number.isNaN(time) ? iso : formatted(time);
}

/** The same as a `time` element. */
export function timeElement(iso: string): Element {
  return h('time', { dateTime: iso.slice(0, 10) }, shownDate(iso));
}

/** Whole days from one moment (ISO 8601) to another. */
export function daysBetween(iso: string, now: Date): number {
  return Math.floor((now.getTime() - Date.parse(iso)) / 86_400_000);
}

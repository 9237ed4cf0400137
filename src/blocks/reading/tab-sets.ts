import type { TabMark } from '../../markdown/containers/tab-marks.ts';
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import type { Place } from '../../model/place.ts';
import type { PageItem } from './page-item.ts';

/** A mark of tabs where it stands among what a reader comes across. */
export type MarkedItem = PageItem | { kind: 'mark'; mark: Omit<TabMark, 'start' | 'end'>; place: Place };

interface Reading {
  items: PageItem[];
  findings: Diagnostic[];
  /** The set that is open: where it began, and whether one of its tabs is open. */
  open: { place: Place; isTabOpen: boolean; byBlock: boolean } | null;
  /** The level of the headings that are choices, such as `Option 2: Compose`; null where none is open. */
  choices: number | null;
}

/**
 * Makes tabs of their marks. A set ends where its writer ends it; where nothing does, at the next heading, or at what
 * follows the end of its last tab, so that the rest of the page belongs to none of them, and that is a finding.
 */
export function readTabs(items: readonly MarkedItem[]): { items: PageItem[]; findings: Diagnostic[] } {
  const reading: Reading = { items: [], findings: [], open: null, choices: null };
  for (const [index, item] of items.entries()) {
    if (item.kind === 'mark') takeMark(reading, item);
    else takeItem(reading, item, () => items.slice(index));
  }
  if (reading.open !== null && !isLeft(reading)) complain(reading, reading.open.place);
  return { items: reading.items, findings: reading.findings };
}

function takeMark(reading: Reading, { mark, place }: MarkedItem & { kind: 'mark' }): void {
  switch (mark.does) {
    case 'open-set':
      end(reading);
      reading.open = { place, isTabOpen: false, byBlock: mark.byBlock };
      return;
    case 'open-tab':
      reading.open ??= { place, isTabOpen: true, byBlock: false };
      reading.open.isTabOpen = true;
      reading.items.push({ kind: 'tab', name: mark.name });
      return;
    case 'end-tab':
      if (reading.open !== null) reading.open.isTabOpen = false;
      return;
    case 'end-set':
      // VitePress ends all of its boxes alike.
      if (reading.open?.byBlock === mark.byBlock) end(reading);
      return;
    default:
      mark.does satisfies never;
  }
}

function takeItem(reading: Reading, item: PageItem, rest: () => readonly MarkedItem[]): void {
  const { open } = reading;
  if (open !== null && (item.kind === 'heading' || !open.isTabOpen) && !isEndedLater(rest(), open.byBlock)) {
    if (!isLeft(reading)) complain(reading, open.place);
    end(reading);
  }
  if (reading.open?.byBlock === true && item.kind === 'block')
    reading.items.push({ kind: 'tab', name: labelOf(item.block) });
  reading.items.push(item);
  if (item.kind === 'heading' && reading.open === null) takeHeading(reading, item);
}

const choice = /^(?:option|method|variant|alternative) (?:\d|[a-d]|one|two|three|four)\b/i;

// Headings that number choices are tabs of another look; a heading as high as they are ends them.
function takeHeading(reading: Reading, { depth, text }: PageItem & { kind: 'heading' }): void {
  if (choice.test(text) && (reading.choices === null || reading.choices === depth)) {
    reading.choices = depth;
    reading.items.push({ kind: 'tab', name: text });
  } else if (reading.choices !== null && depth <= reading.choices) {
    reading.choices = null;
    reading.items.push({ kind: 'tab', name: null });
  }
}

// Whether the last tab of the set that is open has been ended, which is all that some writers write.
function isLeft({ items, open }: Reading): boolean {
  const last = items.findLast((item) => item.kind === 'tab');
  return open?.isTabOpen === false && last?.kind === 'tab' && last.name !== null;
}

// Whether the set that is open is ended before another one begins.
function isEndedLater(rest: readonly MarkedItem[], byBlock: boolean): boolean {
  const next = rest.find(
    (item) =>
      item.kind === 'mark' &&
      (item.mark.does === 'open-set' || (item.mark.does === 'end-set' && item.mark.byBlock === byBlock)),
  );
  return next?.kind === 'mark' && next.mark.does === 'end-set';
}

function labelOf(block: { language: string | null; meta: string }): string {
  const label = /\[([^\]]+)\]/.exec(`${block.language ?? ''} ${block.meta}`)?.[1];
  return label ?? (block.meta.trim() || (block.language ?? ''));
}

function end(reading: Reading): void {
  reading.items.push({ kind: 'tab', name: null });
  reading.open = null;
}

function complain(reading: Reading, place: Place): void {
  reading.findings.push(
    diagnostic(
      'tabs-unclosed',
      place,
      'The tabs that begin here are never ended, so it can’t be told what belongs to them.',
      'End the set of tabs in the way of your site’s generator.',
    ),
  );
}

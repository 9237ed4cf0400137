import type { Room } from '../block-context.ts';
import { terminalTag } from '../reading/language.ts';
import type { Sentence } from '../reading/sentences.ts';

/** The terminals that a reader has open at some point of a page; the first has number 1. */
export interface Terminals {
  /** The one that was typed into last. */
  current: number;
  /** Those that something keeps: a command that goes on until Ctrl-C, a shell in a container. */
  busy: Set<number>;
  /** The rooms that are open in those that are not typed into now. */
  rooms: Map<number, Room[]>;
  /** Those in which the detach keys were pressed since a command was typed. */
  detached: Set<number>;
}

/** One terminal, free, as a page begins. */
export function firstTerminal(): Terminals {
  return { current: 1, busy: new Set(), rooms: new Map(), detached: new Set() };
}

const place = '(?:terminal|shell|tab|window|console|session|command prompt|prompt)';
const another = new RegExp(
  `\\b(?:an?other|a new|a second|a separate|the other|the second|your (?:other|second)|a different) (?:\\w+ )?${place}\\b`,
  'i',
);
const third = new RegExp(`\\b(?:a|the|another) third (?:\\w+ )?${place}\\b`, 'i');
const first = new RegExp(
  `\\b(?:the|your) (?:first|original|previous|initial|main) (?:\\w+ )?${place}\\b`,
  'i',
);
const ended = /\bctrl\s*[-+]\s*c\b|\bcontrol\s*[-+]\s*c\b|\^C\b/i;
const whileRunning =
  /\b(?:once|while|when|as long as|now that)\b.*\b(?:is|are|has) (?:up|running|started)\b/i;

/**
 * The terminal that a block is typed into: named by its tag (`.term2`) or by the last sentence since the command before
 * that speaks of one; else where the reader is. Where that one is kept by a command that nothing ended, and the text
 * goes on while it runs, it is another.
 */
export function whichTerminal(
  terminals: Terminals,
  { tag, since }: { tag: string | null; since: readonly Sentence[] },
): number {
  const tagged = terminalTag(tag);
  if (tagged !== null) return tagged;
  const said = since.findLast(
    ({ text }) => saysAnother(text) || third.test(text) || first.test(text) || ended.test(text),
  )?.text;
  const isBusy = terminals.busy.has(terminals.current);
  if (said === undefined)
    return isBusy && since.some(({ text }) => whileRunning.test(text))
      ? freeTerminal(terminals)
      : here(terminals);
  // Ended where it was started: from there on that terminal is free, whichever way the reader took.
  if (ended.test(said) && first.test(said)) return 1;
  if (third.test(said)) return 3;
  if (saysAnother(said)) return freeTerminal(terminals);
  return 1;
}

// A shell inside a container is no terminal of the reader's, and one that is only thought of is not opened.
function saysAnother(text: string): boolean {
  // Asked about every sentence, and nearly always it speaks of none.
  if (!another.test(text)) return false;
  const isElsewhere =
    /\b(?:in|inside|within|into) (?:the|a|an|your|this|that|it)(?: \w+)? ?container\b|\binside it\b|\b(?:shell|session)(?: running| opened| started)? on (?:the|our|your|this|that)(?: \S+)? container\b/i;
  const isNot =
    /\b(?:do not|don['’]t|no) need\b|\bwithout\b|^\s*(?:if|whenever|unless|each time|every time)\b/i;
  // The prompt that appears is that of the shell just opened.
  const isSeen = /\b(?:see|get|have|find|notice|greeted|presented)\b[^.]*\bprompt\b/i;
  return !isElsewhere.test(text) && !isNot.test(text) && !isSeen.test(text);
}

// A second terminal was opened because the first is kept; when it is free again, readers are back in it.
function here({ current, busy }: Terminals): number {
  return busy.has(1) || busy.has(current) ? current : 1;
}

/** The number of the terminal that a reader opens next: beside the first, and kept by nothing. */
export function freeTerminal({ busy }: Terminals): number {
  let number = 2;
  while (busy.has(number)) number += 1;
  return number;
}

/** Goes over to a terminal: remembers the rooms of the one before, gives those of the new one. */
export function turnTo(terminals: Terminals, number: number, rooms: Room[]): Room[] {
  if (number === terminals.current) return rooms;
  terminals.rooms.set(terminals.current, rooms);
  if (rooms.length > 0) terminals.busy.add(terminals.current);
  terminals.current = number;
  return terminals.rooms.get(number) ?? [];
}

/** Takes note of whether what was typed last keeps the terminal. */
export function noteTyped(terminals: Terminals, keepsIt: boolean): void {
  if (keepsIt) terminals.busy.add(terminals.current);
  else terminals.busy.delete(terminals.current);
}

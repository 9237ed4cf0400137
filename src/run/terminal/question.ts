import { lastLineOf } from './last-line.ts';

/** A question that a command asks while it waits for an answer. */
export type Question =
  | { kind: 'confirmation'; text: string }
  /** A name, password or code that only somebody with an account has. */
  | { kind: 'credentials'; text: string };

const confirmation = /(?:\[y\/n\]|\(y\/n\)|\(yes\/no(?:\/\[fingerprint\])?\)|\[yes\/no\])[?:]?\s*$/i;
const credentials =
  /(?:username|password|passphrase|login|token|e-?mail|one-time code)(?: for [^\n:]+| \([^)\n]*\))?:\s*$/i;

/** The question at the end of what a TTY printed; null when nothing is asked for sure. */
export function questionAtEnd(raw: string): Question | null {
  const text = lastLineOf(raw).trim();
  if (confirmation.test(text)) return { kind: 'confirmation', text };
  if (credentials.test(text)) return { kind: 'credentials', text };
  return null;
}

/**
 * What every reader answers who has typed the command: `prune` was typed to remove, and a capital letter in brackets is
 * what Enter means. Null where the page has to say it.
 */
export function impliedAnswer({ kind, text }: Question, ran: string): 'y' | null {
  if (kind !== 'confirmation') return null;
  const isPrune = /\bprune\b/.test(ran) && /^Are you sure you want to continue\? \[y\/N\]$/.test(text);
  return isPrune || /[[(]Y\/n[\])]/.test(text) ? 'y' : null;
}

const theDefault = String.raw`(?: ?(?:\[[^\]]*\]|\([^)]*\)))?`;
const asking = new RegExp(
  String.raw`\?${theDefault}:?$|^(?:please )?(?:enter|type|choose|select|provide|specify|input|pick|what|which)\b[^:]{0,80}${theDefault}:$|^(?:[\w-]+ )?(?:name|choice|answer)${theDefault}:${theDefault}$`,
  'i',
);

/**
 * Whether a line that a command has begun and not ended reads like something that it asks, so that what the page shows
 * behind it is what a reader types. `Building... ` and `Downloaded: ` are gone on with by the command itself.
 */
export function readsLikeQuestion(line: string): boolean {
  return asking.test(line) && !/^\w+ing\b/i.test(line);
}

/** The answer that the page shows behind what a command asks; null when it shows none. */
export function answerShown(asked: string, shown: readonly string[]): string | null {
  for (const text of shown) {
    const line = text.split('\n').find((candidate) => candidate.includes(asked));
    const answer = line?.slice(line.indexOf(asked) + asked.length).trim();
    if (answer !== undefined && answer !== '') return answer;
  }
  return null;
}

/** A question that a command asks while it waits for an answer. */
export type Question =
  | { kind: 'confirmation'; text: string }
  /** A name, password or code that only somebody with an account has. */
  | { kind: 'credentials'; text: string };

const confirmation = /(?:\[y\/n\]|\(y\/n\)|\(yes\/no(?:\/\[fingerprint\])?\)|\[yes\/no\])[?:]?\s*$/i;
const credentials =
  /(?:username|password|passphrase|login|token|e-?mail|one-time code)(?: for [^\n:]+| \([^)\n]*\))?:\s*$/i;
const controls = /\x1b\[[0-9;?]*[A-Za-z]|\x1b(?:[=>]|[()]\w)|\r/g;

/** The question at the end of what a TTY printed; null when nothing is asked for sure. */
export function questionAtEnd(raw: string): Question | null {
  const text = inputAtEnd(raw);
  if (text === null) return null;
  if (confirmation.test(text)) return { kind: 'confirmation', text };
  if (credentials.test(text)) return { kind: 'credentials', text };
  return null;
}

/** The line that a TTY has begun and not ended, behind which a reader may have to type something; null for none. */
export function inputAtEnd(raw: string): string | null {
  const visible = raw.slice(-2000).replace(controls, '');
  const text = visible.slice(visible.lastIndexOf('\n') + 1).trim();
  return text === '' ? null : text;
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

/** A question that a command asks while it waits for an answer. */
export type Question =
  | { kind: 'confirmation'; text: string }
  /** A name, password or code that only somebody with an account has. */
  | { kind: 'credentials'; text: string };

const confirmation = /(?:\[y\/n\]|\(y\/n\)|\(yes\/no(?:\/\[fingerprint\])?\)|\[yes\/no\])[?:]?\s*$/i;
const credentials =
  /(?:username|password|passphrase|login|token|e-?mail|one-time code)(?: for [^\n:]+| \([^)\n]*\))?:\s*$/i;
const controls = /\x1b\[[0-9;?]*[A-Za-z]|\r/g;

/** The question at the end of what a TTY printed; null when nothing is asked. */
export function questionAtEnd(raw: string): Question | null {
  const visible = raw.slice(-2000).replace(controls, '');
  const text = visible.slice(visible.lastIndexOf('\n') + 1).trim();
  if (confirmation.test(text)) return { kind: 'confirmation', text };
  if (credentials.test(text)) return { kind: 'credentials', text };
  return null;
}

/** The answer that the page shows behind the question; null when it shows none. */
export function answerShown(question: Question, shown: readonly string[]): string | null {
  for (const text of shown) {
    const line = text.split('\n').find((candidate) => candidate.includes(question.text));
    const answer = line?.slice(line.indexOf(question.text) + question.text.length).trim();
    if (answer !== undefined && answer !== '') return answer;
  }
  return null;
}

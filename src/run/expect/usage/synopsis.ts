/** A word of a synopsis, by what it stands for: `[OPTIONS]`, `CONTAINER` or `<name>`, `docker`, `-p`. */
export type SynopsisToken = { kind: 'optional' | 'required' | 'word' | 'flag'; text: string };

// No tool has a longer one, and brackets that are never closed are looked for to the end.
const longest = 4_000;

/** Cuts a synopsis such as `docker run [OPTIONS] IMAGE` into its words. */
export function synopsisTokens(synopsis: string): SynopsisToken[] {
  const text = synopsis
    .slice(0, longest)
    .replace(/\s*\\\n\s*/g, ' ')
    .replace(/\s#.*$/, '')
    // `PATH | URL | -` is one operand.
    .replace(/(?<=\w)\s*\|\s*(?=[\w-])/g, '|')
    .trim();
  return splitSynopsis(text).map((word): SynopsisToken => {
    if (isBracketed(word)) return { kind: 'optional', text: word };
    if (word.startsWith('-')) return { kind: 'flag', text: word };
    if (/[A-Z]{2}/.test(word) || /^[[<]/.test(word)) return { kind: 'required', text: word };
    return { kind: 'word', text: word };
  });
}

/** The words in front that name the command: `docker`, `network`, `connect`. For Docker three at most, else one. */
export function commandOf(tokens: SynopsisToken[]): string[] {
  const end = tokens.findIndex((token) => token.kind !== 'word' || !/^[a-z][\w-]*$/.test(token.text));
  const words = (end === -1 ? tokens : tokens.slice(0, end)).map((token) => token.text);
  return words.slice(0, words[0] === 'docker' ? 3 : 1);
}

// `[-t]`, `[ARG...]...`, but not `[<volume>:]<path>`.
function isBracketed(word: string): boolean {
  const inner = word.replace(/\.{3}$/, '');
  return inner.startsWith('[') && closing(inner, 0) === inner.length - 1;
}

/** Words with blanks between, of which those in brackets are none. */
function splitSynopsis(text: string): string[] {
  const words: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !/\s/.test(text[at]!)) {
      if (text[at] === '[' || text[at] === '<') at = Math.max(at, closing(text, at));
      continue;
    }
    if (at > start) words.push(text.slice(start, at));
    start = at + 1;
  }
  return words;
}

/** Where the bracket at `from` is closed, brackets inside counted; -1 when it isn't. */
function closing(text: string, from: number): number {
  const [open, close] = text[from] === '<' ? '<>' : '[]';
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === open) depth += 1;
    if (text[at] === close && --depth === 0) return at;
  }
  return -1;
}

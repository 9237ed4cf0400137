/** A word of a verify comment: `key`, or `key=value`. */
export interface DirectiveToken {
  key: string;
  value: string | null;
  /** Written between backticks. */
  isCode: boolean;
}

/** Cuts what a verify comment says into words, `word=value`, `word="value"`, `"some words"=value` and `text in backticks`. */
export function directiveTokens(body: string): DirectiveToken[] {
  const pattern = /`([^`]*)`|(?:"([^"]+)"|([^\s="`]+))=(?:"([^"]*)"|'([^']*)'|(\S+))|(\S+)/g;
  return [...body.matchAll(pattern)].map((match) => {
    const [whole, code, quotedKey, key, double, single, bare] = match;
    if (code !== undefined) return { key: code, value: null, isCode: true };
    const name = quotedKey ?? key;
    if (name !== undefined && !/^https?:/.test(name))
      return { key: name, value: double ?? single ?? bare ?? '', isCode: false };
    return { key: whole, value: null, isCode: false };
  });
}

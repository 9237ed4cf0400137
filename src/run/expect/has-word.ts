/** Whether a word or phrase stands in a text as a whole; letter case and the width of blanks don't matter. */
export function hasWord(text: string, word: string): boolean {
  const isNumber = /^\d+(?:[.,]\d+)*$/.test(word.trim());
  // `0` is not in `0.5`, `5` not in `10:05:5`; `8080` is in `0.0.0.0:8080->80/tcp`.
  const clock = word.trim().length < 3 ? String.raw`|\d:` : '';
  const before = isNumber
    ? String.raw`(?<![\p{L}\p{N}_]|[\p{N}][.,]|[.-]${clock})`
    : edge(word, '(?<!', /^\w/);
  const after = isNumber
    ? String.raw`(?![\p{L}\p{N}_]|[.,]\p{N}|-[\p{L}\p{N}]${clock && String.raw`|:\d`})`
    : edge(word, '(?!', /\w$/);
  return new RegExp(before + pattern(word) + after, 'iu').test(text);
}

/**
 * Whether a word stands in a list of names or a table: there, a hyphen or a dot joins names, so `db` is not in
 * `db-old`. Compose's `shop-db-1` is a `db`.
 */
export function hasName(text: string, word: string): boolean {
  const name = word.trim();
  if (!/^\w[\w.-]*$/.test(name) || /^[\d.,]+$/.test(name)) return hasWord(text, word);
  const alone = String.raw`(?<![\p{L}\p{N}_]|[\p{L}\p{N}_][.-])${pattern(name)}(?![\p{L}\p{N}_]|[.-][\p{L}\p{N}_])`;
  const ofProject = String.raw`(?<![\p{L}\p{N}])${pattern(name)}[-_]\p{N}+(?![\p{L}\p{N}_]|[.-][\p{L}\p{N}_])`;
  return new RegExp(`${alone}|${ofProject}`, 'iu').test(text);
}

function edge(word: string, look: '(?<!' | '(?!', has: RegExp): string {
  return has.test(word.trim()) ? String.raw`${look}[\p{L}\p{N}_])` : '';
}

function pattern(word: string): string {
  return word
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    .replace(/\s+/g, String.raw`\s+`);
}

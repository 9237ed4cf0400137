/**
 * A word with two neighbouring letters swapped, behind its first one where that is possible (`nginx` → `ngnix`); a
 * number plus one; else with an `x` at its end.
 */
export function misspell(word: string): string {
  if (/^\d+$/.test(word)) return String(Number(word) + 1);
  for (let at = 1; at + 1 < word.length; at += 1) {
    const [one, other] = [word[at]!, word[at + 1]!];
    if (one.toLowerCase() === other.toLowerCase() || !/^[a-z]{2}$/i.test(one + other)) continue;
    return word.slice(0, at) + other + one + word.slice(at + 2);
  }
  return `${word}x`;
}

/** The longest run of letters in a text, else of digits; null when it has neither. */
export function mainWord(text: string): { start: number; end: number } | null {
  const runs = [...text.matchAll(/[A-Za-z]+/g)];
  const found = (runs.length > 0 ? runs : [...text.matchAll(/\d+/g)]).sort(
    (a, b) => b[0].length - a[0].length,
  )[0];
  return found === undefined ? null : { start: found.index, end: found.index + found[0].length };
}

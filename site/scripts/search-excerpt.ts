/** A piece of an excerpt; whether it is a word that was looked for. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

const before = 60;
const longest = 180;

/** The part of a text around the first of some terms, cut at blanks, with the terms apart; its beginning when none is there. */
export function excerpt(text: string, terms: readonly string[]): Piece[] {
  const pattern = patternOf(terms);
  const first = text.search(pattern);
  const start = first <= before ? 0 : text.indexOf(' ', first - before) + 1;
  const end = start + longest >= text.length ? text.length : text.lastIndexOf(' ', start + longest);
  const shown = text.slice(start, Math.max(end, start + before));
  const pieces = pieced(shown, pattern);
  if (start > 0) pieces.unshift({ text: '… ', isMatch: false });
  if (start + shown.length < text.length) pieces.push({ text: ' …', isMatch: false });
  return pieces;
}

function pieced(text: string, pattern: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push({ text: text.slice(at, match.index), isMatch: false }, { text: match[0], isMatch: true });
    at = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(at), isMatch: false });
  return pieces.filter((piece) => piece.text !== '');
}

// Longer terms first, so that `--name` wins over `name`; never inside of a word.
function patternOf(terms: readonly string[]): RegExp {
  const escaped = [...terms]
    .sort((a, b) => b.length - a.length)
    .map((term) => term.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const any = escaped.length > 0 ? escaped.join('|') : '(?!)';
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu');
}

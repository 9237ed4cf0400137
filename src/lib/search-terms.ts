// What a search compares: used by the build for the index and by the browser for what the reader types.

// From a letter or digit, with the dashes of a flag before it, to the last one before a blank, bracket or quote.
const word = /(?<!-)-{0,2}[\p{L}\p{N}](?:[^\s"'`“”‘’„«»()[\]{}<>|;,!?…]*[\p{L}\p{N}+#])?/gu;
const plain = /^[a-z\d]*$/;
const longest = 40;

/**
 * The words of a text as they stand between blanks, in small letters and without accents. Signs that belong to commands
 * stay: `--name`, `-p`, `8080:80`, `docker-compose`, `nginx:1.27`; punctuation around a word does not.
 */
export function searchWords(text: string): string[] {
  const folded = /[^\x00-\x7f]/.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text;
  return (folded.toLowerCase().match(word) ?? []).map((found) => found.slice(0, longest));
}

/** The parts of a word that is joined by signs (`docker-compose`: `docker`, `compose`); none of a plain word. */
export function partsOf(joined: string): string[] {
  if (plain.test(joined)) return [];
  const parts = joined.match(/[\p{L}\p{N}]+/gu) ?? [];
  return parts[0] === joined ? [] : parts.filter((part) => part.length > 1);
}

/** All that a text can be found by, in its order, as often as it stands there: the words and their parts. */
export function termsOf(text: string): string[] {
  return searchWords(text).flatMap((found) => [found, ...partsOf(found)]);
}

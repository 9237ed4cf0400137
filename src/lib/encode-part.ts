/** A text as a part of an address, percent-encoded; halves of surrogate pairs, which have no encoding, become U+FFFD. */
export function encodePart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

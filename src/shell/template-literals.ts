import type { PlaceholderRange } from './placeholder-range.ts';

// `{{ "{{ .Name }}" }}`, or only a half of the inner braces. Other texts in braces may be meant for Docker.
const literal =
  /\{\{-?[^\S\n]*(["'])((?:(?!\1)[^\n]){0,200}(?:\{\{|\}\}|\{%|%\})(?:(?!\1)[^\n]){0,200})\1[^\S\n]*-?\}\}/g;
const verbatim = /\{%-?[^\S\n]*(?:end)?(?:raw|verbatim)[^\S\n]*-?%\}/g;

/**
 * What a site generator (Jekyll, Hugo, Eleventy) makes braces of: a tag that is nothing but a text with braces in it, and
 * the marks around a text that it is to leave alone. Readers of its pages see the value.
 */
export function templateLiterals(text: string): Required<PlaceholderRange>[] {
  const ranges = [
    ...[...text.matchAll(literal)].map((match) => ({ match, value: match[2]! })),
    ...[...text.matchAll(verbatim)].map((match) => ({ match, value: '' })),
  ];
  return ranges.map(({ match, value }) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    value,
  }));
}

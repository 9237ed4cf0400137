import type { PlaceholderRange } from './placeholder-range.ts';
import { templateLiterals } from './template-literals.ts';

/** Shell text whose placeholders are harmless letters of the same length, so that it parses and offsets stay. */
export interface MaskedShell {
  masked: string;
  placeholders: PlaceholderRange[];
}

const angle = /<([A-Za-z](?:[^<>\n]{0,38}[^<>\s])?)>(?![\w<])/g;
const square = /(?<=^|[\s:/=,])\[([A-Za-z][\w .:|/-]{0,38})\](?=$|[\s:/=,.)])/gm;
// Docker's labs fill these in where the page is read; to Bash the dollars are the number of its process.
const dollars = /(?<=^|[\s:/=,])\$\$([A-Za-z]\w{1,38})\$\$(?=$|[\s:/=,.])/gm;
const squareNouns =
  /\b(container|image|name|id|option|command|arg|network|volume|port|path|file|url|tag|service|user|password|host|flag|key|value|your)s?\b/i;
const hereDocument = /<<-?\s*(['"]?)([A-Za-z_]\w*)\1/g;
const htmlTags = new Set(
  'a b body br button code div em form h1 h2 h3 h4 h5 h6 head html i img input li link meta nav ol p pre script section span strong style table td th title tr ul'.split(
    ' ',
  ),
);

/**
 * Finds the placeholders that Bash would read as something else (`<id>` is a redirection) and masks them.
 * Same length in, same length out.
 */
export function maskPlaceholders(text: string): MaskedShell {
  const bodies = hereDocumentBodies(text);
  const found: PlaceholderRange[] = [
    ...templateLiterals(text),
    ...anglePlaceholders(text),
    ...squarePlaceholders(text),
    ...dollarPlaceholders(text),
  ]
    .filter((range) => !bodies.some((body) => range.start < body.end && range.end > body.start))
    .sort((a, b) => a.start - b.start);
  const placeholders: PlaceholderRange[] = [];
  for (const range of found) {
    if (range.start >= (placeholders.at(-1)?.end ?? 0)) placeholders.push(range);
  }
  return { masked: mask(text, placeholders), placeholders };
}

/** A placeholder without the marks around it: `<your-name>` is `your-name`. */
export function withoutMarks(placeholder: string): string {
  return placeholder.replace(/^(?:[<[]|\$\$)|(?:[>\]]|\$\$)$/g, '');
}

function mask(text: string, ranges: PlaceholderRange[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of ranges) {
    masked += text.slice(from, start) + 'P'.repeat(end - start);
    from = end;
  }
  return masked + text.slice(from);
}

function anglePlaceholders(text: string): PlaceholderRange[] {
  return [...text.matchAll(angle)].filter((match) => isAnglePlaceholder(text, match)).map(rangeOf);
}

function isAnglePlaceholder(text: string, match: RegExpMatchArray): boolean {
  const inner = match[1]!;
  if (text[match.index! - 1] === '<') return false;
  if (!/^[A-Za-z][\w .,:|/'’@-]*$/.test(inner) || inner.split(/\s+/).length > 6) return false;
  if (/\.\w{1,5}$/.test(inner)) return false;
  return !(htmlTags.has(inner.toLowerCase()) && (text.includes(`</${inner}>`) || /["'>]/.test(text)));
}

function squarePlaceholders(text: string): PlaceholderRange[] {
  return [...text.matchAll(square)]
    .filter(
      (match) => /^[A-Z][A-Z_. |-]+$/.test(match[1]!) || squareNouns.test(match[1]!.replace(/[_.-]/g, ' ')),
    )
    .map(rangeOf);
}

// In single quotes it is what PostgreSQL puts around texts.
function dollarPlaceholders(text: string): PlaceholderRange[] {
  return [...text.matchAll(dollars)]
    .filter(({ index }) => {
      const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
      return line.split("'").length % 2 === 1 && !/\bselect\b/i.test(line);
    })
    .map(rangeOf);
}

function rangeOf(match: RegExpMatchArray): PlaceholderRange {
  return { start: match.index!, end: match.index! + match[0].length, text: match[0] };
}

function hereDocumentBodies(text: string): { start: number; end: number }[] {
  return [...text.matchAll(hereDocument)].flatMap((match) => {
    const start = text.indexOf('\n', match.index) + 1;
    if (start === 0) return [];
    const closing = new RegExp(`^\\t*${match[2]}$`, 'm').exec(text.slice(start));
    return [{ start, end: closing === null ? text.length : start + closing.index }];
  });
}

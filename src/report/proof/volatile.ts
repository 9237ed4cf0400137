// The order matters: what holds other values comes first.
const volatile: readonly [RegExp, string][] = [
  [/\bsha256:[\da-f]{6,64}\b/gi, '‹digest›'],
  [/\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b/gi, '‹uuid›'],
  // Hexadecimal of an id's length, with a digit in it: `deadbeefcafe` may be a word.
  [/\b(?=[a-f]*\d)(?:[\da-f]{64}|[\da-f]{40}|[\da-f]{12})\b/g, '‹id›'],
  [/\b(?:[\da-f]{2}:){5}[\da-f]{2}\b/gi, '‹mac›'],
  [
    /\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? (?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (?:\d{1,2} )?/gi,
    '‹date› ',
  ],
  [/\b\d{4}[-/]\d{2}[-/]\d{2}\b/g, '‹date›'],
  [/\b\d{2}\/[A-Z][a-z]{2}\/\d{4}\b/g, '‹date›'],
  [/\b\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?(?: ?(?:[+-]\d{2}:?\d{2}|Z|UTC|GMT|[AP]M))?/g, '‹time›'],
  [
    /\b(?:about an?|less than a|\d+(?:\.\d+)?) (?:nano|micro|milli)?(?:second|minute|hour|day|week|month|year)s?(?: ago)?\b/gi,
    '‹duration›',
  ],
  [/\b\d+(?:[.,]\d+)* ?(?:[kKMGT]i?B|bytes?|B)(?:\/s)?\b/g, '‹size›'],
  [/\b\d+(?:\.\d+)? ?(?:ms|µs|us|ns|s)\b/g, '‹duration›'],
  [/\b\d+(?:\.\d+)? ?%/g, '‹share›'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '‹address›'],
  // Names that the engine gives to containers: an adjective and a surname.
  [/(?<![\w/.-])[a-z]{3,}_[a-z]{3,}(?![\w/.=-])/g, '‹name›'],
  [/\b(process|pid) \d+\b/gi, '$1 ‹number›'],
  // Ports and process ids: numbers that nobody writes into a page.
  [/\b[1-9]\d{4,}\b/g, '‹number›'],
  [/[ \t]+/g, ' '],
];

/**
 * Text with everything that differs from run to run (ids, digests, dates, ages, durations, sizes, addresses, generated
 * names, column widths) replaced by its type: equal results mean that nothing material differs. Meant for deciding
 * whether a recording is worth replacing; what an output may have instead of what a page shows stands in src/values.
 */
export function withoutVolatile(text: string): string {
  return volatile.reduce((result, [pattern, type]) => result.replace(pattern, type), text).trim();
}

/** A text in which the values that placeholders were bound to are their placeholders again. */
export function unbound(text: string, bindings: Record<string, string>): string {
  let result = text;
  for (const [name, value] of Object.entries(bindings))
    if (value !== '') result = result.replaceAll(value, name);
  return result;
}

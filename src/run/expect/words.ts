import type { ExpectationReport } from '../../model/report.ts';

/** Whether the words that the prose promises appear in an output. */
export function checkWords(
  expectation: { words: string[]; source: { line: number } },
  output: string,
): ExpectationReport {
  const missing = expectation.words.filter((word) => !hasWord(output, word));
  const quoted = (words: string[]): string => words.map((word) => `“${word}”`).join(', ');
  return {
    kind: 'words',
    source: { line: expectation.source.line },
    held: missing.length === 0,
    message:
      missing.length === 0
        ? `printed ${quoted(expectation.words)}`
        : `the post promises ${quoted(missing)}, which was not printed`,
  };
}

/** Whether a word or phrase stands in a text as a whole; letter case and the width of blanks don't matter. */
export function hasWord(text: string, word: string): boolean {
  const escaped = word
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    .replace(/\s+/g, String.raw`\s+`);
  const before = /^\w/.test(word) ? '(?<![\\p{L}\\p{N}_])' : '';
  const after = /\w$/.test(word) ? '(?![\\p{L}\\p{N}_])' : '';
  return new RegExp(before + escaped + after, 'iu').test(text);
}

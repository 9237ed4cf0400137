import type { ExpectationReport } from '../../model/report.ts';
import { hasName, hasWord } from './has-word.ts';
import { shorten } from './shown/comparison.ts';
import { headingAt } from './shown/read-table.ts';

interface Promised {
  words: readonly string[];
  source: { line: number };
}

/** Whether an output lacks the words that the prose says are not in it; without words, all but a heading. */
export function checkAbsent({ words, source }: Promised, output: string): ExpectationReport {
  const report = { kind: 'absent', source: { line: source.line } } as const;
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  if (words.length === 0) {
    const first = lines[headingAt(lines) + 1];
    if (first === undefined) return { ...report, held: true, message: 'printed nothing, as the post says' };
    return {
      ...report,
      held: false,
      message: `the post says that nothing is listed, but there was “${shorten(first.trim())}”`,
    };
  }
  const isThere = headingAt(lines) === -1 ? hasWord : hasName;
  const seen = words.find((word) => isThere(output, word));
  if (seen === undefined) {
    const quoted = words.map((word) => `“${word}”`).join(', ');
    return { ...report, held: true, message: `did not print ${quoted}` };
  }
  return { ...report, held: false, message: `the post says that “${seen}” is not seen, but it was printed` };
}

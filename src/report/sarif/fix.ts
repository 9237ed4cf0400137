import type { Problem } from '../problems.ts';
import type { ArtifactLocation, SarifFix } from './result.ts';

/**
 * The replacement that a cause knows for sure. Null where there is none, or where the wrong word can't be placed: it
 * must stand exactly once in the command, and in its first line.
 */
export function fixOf(problem: Problem, artifactLocation: ArtifactLocation): SarifFix | null {
  const fix = problem.cause?.fix;
  if (fix === undefined) return null;
  const starts = startsOf(fix.wrong, problem.source);
  const [start] = starts;
  if (start === undefined || starts.length > 1 || problem.source.slice(0, start).includes('\n')) return null;
  const startColumn = problem.column + start;
  const deletedRegion = {
    startLine: problem.line,
    startColumn,
    endLine: problem.line,
    endColumn: startColumn + fix.wrong.length,
  };
  const replacement = { deletedRegion, insertedContent: { text: fix.right } };
  return {
    description: { text: `Write ${fix.right} in the place of ${fix.wrong}.` },
    artifactChanges: [{ artifactLocation, replacements: [replacement] }],
  };
}

// Whole words only: `--nam` is no part of `--name`.
function startsOf(word: string, text: string): number[] {
  const starts: number[] = [];
  for (let start = text.indexOf(word); start !== -1; start = text.indexOf(word, start + 1)) {
    const before = text[start - 1] ?? ' ';
    const after = text[start + word.length] ?? ' ';
    if (!/[\w-]/.test(before) && !/[\w-]/.test(after)) starts.push(start);
  }
  return starts;
}

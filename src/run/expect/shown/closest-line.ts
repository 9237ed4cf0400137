// Comparing words of more lines than that takes longer than an author's look at them.
const mostLines = 2_000;

/** The printed line that shares most words with a shown one; the first when none does, empty when there is none. */
export function closestLine(shown: string, lines: readonly string[]): string {
  const words = new Set(wordsIn(shown));
  let best = lines[0] ?? '';
  let most = 0;
  for (const line of lines.slice(0, mostLines)) {
    const shared = wordsIn(line).filter((word) => words.has(word)).length;
    if (shared <= most) continue;
    best = line;
    most = shared;
  }
  return best;
}

function wordsIn(line: string): string[] {
  return line
    .slice(0, 1_000)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

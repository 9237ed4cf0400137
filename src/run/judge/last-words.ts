const trouble =
  /\b(?:error|fatal|panic|exception|denied|cannot|can't|failed|failure|refused|missing|not (?:found|specified|set))\b/i;

/** What a program that died said of it at last: from the last line that speaks of trouble, else the last lines; three at most. */
export function lastWords(log: string): string {
  const lines = log.trim().split('\n');
  const at = lines.findLastIndex((line) => trouble.test(line));
  return (at === -1 ? lines.slice(-3) : lines.slice(at, at + 3)).join('\n').trim();
}

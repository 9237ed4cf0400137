// Nobody reads on, and reading a line of a whole file would take long.
const longest = 400;
// A build repeats the line of the step that failed, with the step's number or the time in front.
const buildMark = /^(?:#\d+ )?(?:\d+\.\d+ )?/;
// Below what went wrong tools say where to read on, or that they give up.
const givesUp =
  /^(?:Unable to find image '.*' locally$|(?:See|Run) ['"`]?\S+.*--help|For more (?:help|information)|Try ['"`].*--help|npm (?:ERR!|error) (?:code|errno|A complete log|\/|$)|make: \*\*\* |(?:ERROR: )?(?:failed to build: )?(?:failed to solve: )?process ".*" did not complete|-+$|exit status \d+$|Aborting\b|Usage: )/i;

// What says what went wrong, the surest first. A compiler's first error has led to the others; of most the last counts.
const kinds: readonly { pattern: RegExp; which: 'first' | 'last' }[] = [
  { pattern: /^[\w./-]+:\d+(?::\d+)?: (?:fatal )?error: /, which: 'first' },
  { pattern: /^(?:E: |fatal: |panic: |(?:npm )?(?:ERR!|error)(?::|\[| )|Error: |FATAL\b)/i, which: 'last' },
  {
    pattern:
      /Error response from daemon|\b(?:cannot|can't|could not|failed to|unable to|not found|no such|denied|refused|invalid|unknown)\b/i,
    which: 'last',
  },
];

/** The line of what a failed command printed that says best what went wrong; empty when it printed nothing. */
export function usefulLine(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim().slice(0, longest).replace(buildMark, ''))
    .filter((line) => line !== '');
  const traced = lastOfTraceback(lines);
  if (traced !== undefined) return traced;
  const telling = lines.filter((line) => !givesUp.test(line));
  for (const { pattern, which } of kinds) {
    const found =
      which === 'first'
        ? telling.find((line) => pattern.test(line))
        : telling.findLast((line) => pattern.test(line));
    if (found !== undefined) return found;
  }
  return telling.at(-1) ?? lines.at(-1) ?? '';
}

// Python says what was wrong below the calls that led to it.
function lastOfTraceback(lines: readonly string[]): string | undefined {
  const at = lines.findLastIndex((line) => line.startsWith('Traceback (most recent call last)'));
  if (at === -1) return undefined;
  return lines
    .slice(at + 1)
    .find((line) => /^[A-Za-z_][\w.]*(?:Error|Exception|Exit|Interrupt|Warning)\b/.test(line));
}

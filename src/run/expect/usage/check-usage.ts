import type { Machine } from '../../../machine/machine.ts';
import type { ExpectationReport } from '../../../model/report.ts';
import { findUsage } from './find-usage.ts';
import { helpHasFlag, takesValue } from './help-flags.ts';
import { standsFor } from './stands-for.ts';
import { commandOf, type SynopsisToken, synopsisTokens } from './synopsis.ts';

/**
 * Holds a synopsis of the page against the usage line that the tool itself prints for `--help` in the machine.
 * The page may leave out what is optional and may give a value where the tool has a metavariable.
 */
export async function checkUsage(
  synopsis: string,
  line: number,
  machine: Machine,
): Promise<ExpectationReport> {
  const report = (held: boolean | null, message: string): ExpectationReport => ({
    kind: 'usage',
    source: { line },
    held,
    message,
  });
  const tokens = synopsisTokens(synopsis);
  const found = await findUsage(commandOf(tokens), machine);
  if (found === null) return report(false, 'no tool on a fresh machine prints a usage line for this');
  const { command, own, usages, help } = found;
  const length = (words: string): number => words.split(' ').length;
  const problems = usages.map((usage) =>
    compare(tokens.slice(length(command)), synopsisTokens(usage).slice(length(own)), help),
  );
  const fitting = usages[problems.indexOf(null)];
  return fitting === undefined
    ? report(false, `${problems[0]}; the tool's own usage: ${usages.join(' or ')}`)
    : report(true, `the tool's own usage: ${fitting}`);
}

// What of the page's synopsis the tool's own has not, or what the page leaves out; null when the two agree.
function compare(page: SynopsisToken[], tool: SynopsisToken[], help: string): string | null {
  let at = 0;
  for (let index = 0; index < page.length; index += 1) {
    const token = page[index]!;
    const flag = /^\[(--?\w[\w-]*)/.exec(token.text)?.[1];
    if (token.kind === 'optional' && flag !== undefined) {
      if (!helpHasFlag(flag, help)) return `the tool has no ${flag}`;
      continue;
    }
    // Whatever they are called, in front of what it works on they are its options.
    if (/^\[(?:args|arguments|params|parameters)\]$/i.test(token.text) && tool[at]?.text === '[OPTIONS]') {
      at += 1;
      continue;
    }
    if (token.kind === 'flag') {
      if (!helpHasFlag(token.text, help)) return `the tool has no ${token.text.split('=')[0]}`;
      // The value that follows a flag is not an operand.
      if (takesValue(token.text, help) && !token.text.includes('=')) index += 1;
      continue;
    }
    const found = tool.findIndex((candidate, position) => position >= at && standsFor(token, candidate));
    if (found === -1) return `the tool has no ${token.text} there`;
    const jumped = tool.slice(at, found).find((candidate) => candidate.kind === 'required');
    if (jumped !== undefined) return `${jumped.text} is missing`;
    // A program's name, not a word for one: what stands behind it is that program's own.
    if (token.kind === 'word' && /\bCOMMAND\b/.test(tool[found]!.text)) return null;
    // `ARG...` may be given more than once.
    at = tool[found]!.text.includes('...') ? found : found + 1;
  }
  const missing = tool
    .slice(at)
    .find(
      (candidate, position) =>
        candidate.kind === 'required' && !(position === 0 && candidate.text.includes('...')),
    );
  return missing === undefined ? null : `${missing.text} is missing`;
}

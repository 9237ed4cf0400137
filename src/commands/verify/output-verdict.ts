import type { PlannedBlock } from '../../model/plan.ts';
import type { Cause, CommandReport } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';

/** What comes of a block that shows an output, from the report of the command that should have printed it. */
export function outputVerdict(
  block: PlannedBlock,
  command: CommandReport | undefined,
): { verdict: Verdict; cause: Cause | null } {
  if (command === undefined)
    return {
      verdict: 'not-run',
      cause: { whose: 'page', message: 'no command stands before it', hint: null, line: null },
    };
  const isInside = ({ line }: { line: number }): boolean =>
    line >= block.place.line && line <= block.place.endLine;
  const inside = command.expectations.find(({ kind, source }) => kind === 'output' && isInside(source));
  const unchecked = command.expectations.find(({ kind, source }) => kind === 'unchecked' && isInside(source));
  if (inside?.held === true) return { verdict: 'passed', cause: null };
  // Where the command itself is not to blame, neither is what it did not print.
  if (inside?.held === false && command.verdict === 'failed')
    return {
      verdict: 'failed',
      cause: { whose: 'page', message: inside.message, hint: null, line: command.line },
    };
  if (command.verdict === 'passed' && unchecked !== undefined)
    return {
      verdict: 'skipped',
      cause: { whose: 'machine', message: `was not compared: ${unchecked.message}`, hint: null, line: null },
    };
  if (command.verdict === 'passed')
    return {
      verdict: 'not-run',
      cause: { whose: 'earlier', message: 'was not compared', hint: null, line: command.line },
    };
  const verdict = command.verdict === 'failed' ? 'not-run' : (command.verdict ?? 'not-run');
  const why = command.verdict !== 'failed' && command.cause !== null ? `: ${command.cause.message}` : '';
  return {
    verdict,
    cause: {
      whose: 'earlier',
      message: `its command at line ${command.line} did not print it${why}`,
      hint: null,
      line: command.line,
    },
  };
}

import type { PlannedCommand } from '../../model/plan.ts';
import type { CommandReport } from '../../model/report.ts';

const missing =
  /\bno such (?:container|image|volume|network|object|service|file or directory)\b|\b(?:network|volume) \S+ not found\b|cannot remove .*: No such file/i;

/**
 * Excuses a command that takes away what a reader may have, as the page says, where it is not there. What is there under
 * a name that differs by a slip is meant, so that the command stays wrong.
 */
export function excuseNotThere({ ifThere }: PlannedCommand, report: CommandReport): void {
  if (ifThere === undefined || report.verdict !== 'failed' || !missing.test(report.output)) return;
  if (report.cause?.hint?.startsWith('did you mean')) return;
  const message = `The text says "${ifThere.replace(/[:.]$/, '').slice(0, 100)}": here it is not there`;
  report.verdict = 'skipped';
  report.cause = { whose: 'author', message, hint: null, line: null };
}

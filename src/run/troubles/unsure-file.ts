import type { PlannedCommand } from '../../model/plan.ts';
import type { CommandReport } from '../../model/report.ts';
import { isSlip } from '../blame/failure.ts';

/**
 * Takes back what a replay says of a command that uses a file of which the page has shown only a part since it was
 * saved: here it holds what it held before. What comes after such a command may fail for the same reason.
 */
export function doubtFile({ unsureFile }: PlannedCommand, report: CommandReport): void {
  if (unsureFile === undefined || (report.verdict === 'failed' && isSlip(report.cause))) return;
  const isDoubtful = report.verdict === 'failed' || (unsureFile.isUsed && report.verdict === 'passed');
  if (!isDoubtful) return;
  const { name, line } = unsureFile;
  report.verdict = 'blocked';
  report.cause = {
    whose: 'author',
    message: `line ${line} shows what may be only a part of ${name}, so nobody knows what it holds here`,
    hint: `show all of ${name} there, or name it above the block: <!-- verify: file=${name} -->`,
    line,
  };
}

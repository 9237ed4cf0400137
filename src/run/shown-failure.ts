import type { PlannedCommand } from '../model/plan.ts';
import type { CommandReport } from '../model/report.ts';
import { compareOutput } from './expect/shown/compare-output.ts';
import { unknownCircumstances } from './expect/values/circumstances.ts';

const message = /^\s*\S[^:]{0,80}: \S|\b(?:error|fail(?:ed|ure)?|denied|refused|not found|cannot|can't)\b/im;

/**
 * Whether the page shows the very message with which a command failed, so that its failure is what the page teaches. All
 * that was printed must be shown: an error among what the page leaves out is one that its author doesn't know of.
 */
export function showsItsFailure({ expectations }: PlannedCommand, report: CommandReport): boolean {
  const shown = expectations.flatMap((one) => (one.kind === 'output' ? [one.text] : [])).join('\n');
  return (
    message.test(shown) &&
    report.expectations.every(({ held }) => held !== false) &&
    compareOutput(report.output, shown, { ...unknownCircumstances, ran: report.ran ?? '' }).held
  );
}

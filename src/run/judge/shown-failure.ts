import type { PlannedCommand } from '../../model/plan.ts';
import type { CommandReport } from '../../model/report.ts';
import { unknownCircumstances } from '../../values/circumstances.ts';
import { compareOutput } from '../expect/shown/compare-output.ts';
import { type OwnPage, ownScriptsRunBy } from './own-script.ts';

const message = /^\s*\S[^:]{0,80}: \S|\b(?:error|fail(?:ed|ure)?|denied|refused|not found|cannot|can't)\b/im;
// Of what is all that was printed, less is enough: "A name is required."
const complaint = /\b(?:unable|missing|invalid|unknown|requires?|required|must|too (?:many|few)|usage)\b/i;

/**
 * Whether the page shows the very message with which a command failed, so that its failure is what the page teaches. All
 * that was printed must be shown: an error among what the page leaves out is one that its author doesn't know of.
 */
export function showsItsFailure({ expectations }: PlannedCommand, report: CommandReport): boolean {
  const shown = expectations.flatMap((one) => (one.kind === 'output' ? [one.text] : [])).join('\n');
  return (
    (message.test(shown) || complaint.test(shown)) &&
    report.expectations.every(({ held }) => held !== false) &&
    compareOutput(report.output, shown, { ...unknownCircumstances, ran: report.ran ?? '' }).held
  );
}

/**
 * Whether a command printed the error that the page shows. Some do and end with 0 all the same, such as `docker rm -f` of
 * what is not there, and a page that says no more than what is printed is right.
 */
export function showsWhatItSaid({ expectations }: PlannedCommand, report: CommandReport): boolean {
  const isShown = expectations.some((one) => one.kind === 'output' && message.test(one.text));
  return isShown && report.expectations.every(({ held }) => held !== false);
}

/**
 * Whether a command ended with the status that the page's own script, which it runs, gives (`exit 1` on a line of its own),
 * having printed what the page shows and no trouble besides.
 */
export function endsAsSaid({ expectations }: PlannedCommand, report: CommandReport, page: OwnPage): boolean {
  const shown = expectations.flatMap((one) => (one.kind === 'output' ? one.text.split('\n') : []));
  if (shown.length === 0 || report.expectations.some(({ held }) => held === false)) return false;
  const isGiven = new RegExp(
    String.raw`^\s*(?:(?:sys\.|process\.)?exit)[ (]${report.exitStatus}\)?;?\s*$`,
    'm',
  );
  const left = report.output.split('\n').filter((line) => !shown.some((one) => one.trim() === line.trim()));
  const scripts = ownScriptsRunBy(report.ran ?? '', page);
  return scripts.some((text) => isGiven.test(text)) && !message.test(left.join('\n'));
}

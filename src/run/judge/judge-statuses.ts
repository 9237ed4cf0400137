import type { CommandReport } from '../../model/report.ts';
import { wordsOf } from '../../shell/words-of.ts';
import { explainFailure } from '../blame/explain-failure.ts';
import { type Blame, isSlip } from '../blame/failure.ts';
import { closedAtOnce } from './closed-at-once.ts';
import { emptyListing } from './empty-listing.ts';
import { failedJob } from './failed-job.ts';
import { hiddenError } from './hidden-error.ts';
import { judgeExpectations } from './judge-expectations.ts';
import { nothingRemoved } from './nothing-removed.ts';
import { endsAsSaid, showsItsFailure, showsWhatItSaid } from './shown-failure.ts';
import { accuse, type Trial } from './trial.ts';

/**
 * Judges a command that has ended by the exit statuses of its pipeline, which are in the report. One that worked by
 * its status is looked at again, for what says that it did not do its work all the same.
 */
export async function judgeStatuses(trial: Trial, report: CommandReport): Promise<void> {
  const { trait } = trial.command;
  // `exit` hands on the status of what was typed before it.
  if (trait.kind === 'leaves' || /^\s*(?:exit|logout)\s*$/.test(report.ran ?? ''))
    return judgeExpectations(trial, report);
  if (trait.kind === 'meant-to-fail') return judgeMeantToFail(trial, report, trait.exitStatus);
  const statuses = report.pipeStatus;
  // A stage that is ended because nobody reads on (SIGPIPE) did its part.
  const isBad = statuses.some(
    (status, stage) => status !== 0 && !(status === 141 && stage < statuses.length - 1),
  );
  if (!isBad) {
    const slip =
      emptyListing(report.ran ?? '', report.output, trial) ??
      nothingRemoved(report.ran ?? '', report.output, trial) ??
      hiddenError(trial.command, report) ??
      failedJob(trial, report) ??
      closedAtOnce(trial);
    return slip === null ? judgeExpectations(trial, report) : accuse(report, 'failed', slip);
  }
  if (showsItsFailure(trial.command, report)) return;
  if (endsAsSaid(trial.command, report, trial)) {
    report.notes.push(`ended with status ${report.exitStatus}, as the page has it end`);
    return;
  }
  const { verdict, cause } = await blameFor(trial, report);
  accuse(report, verdict, cause);
}

async function judgeMeantToFail(trial: Trial, report: CommandReport, expected: number | null): Promise<void> {
  // In a pipeline it is enough that one stage fails.
  const status = report.exitStatus || (report.pipeStatus.find((one) => one !== 0) ?? 0);
  const hint = 'correct the page, or what leads to this step';
  if (status === 0 && expected === null && showsWhatItSaid(trial.command, report)) {
    report.notes.push('printed the error that the page shows, and ended with status 0');
    return;
  }
  if (status === 0)
    return accuse(report, 'failed', {
      whose: 'page',
      message: 'the page says that it fails, but it worked',
      hint,
      line: null,
    });
  if (expected !== null && expected !== status) {
    const message = `ended with exit status ${status}, not ${expected} as the page says`;
    return accuse(report, 'failed', { whose: 'page', message, hint, line: null });
  }
  // It has to fail for the reason that the page means: not for want of a network, not for a slip of the pen.
  const { verdict, cause } = await blameFor(trial, report);
  const isShown = report.expectations.some((expectation) => expectation.kind === 'output');
  if (verdict === 'blocked' || (!isShown && isSlip(cause))) return accuse(report, verdict, cause);
  return judgeExpectations(trial, report);
}

function blameFor({ command, machine, images, done }: Trial, report: CommandReport): Promise<Blame> {
  const ran = report.ran ?? '';
  return explainFailure({
    ran,
    commands: wordsOf(ran),
    output: report.output,
    statuses: report.pipeStatus,
    machine,
    images,
    done,
    windowStep: command.windowStep ?? null,
    inside: (command.depth ?? 0) > 0,
  });
}

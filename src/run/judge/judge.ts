import { type Machine, MachineError } from '../../machine/machine.ts';
import type { PlannedCommand } from '../../model/plan.ts';
import type { Cause, CommandReport } from '../../model/report.ts';
import { parseShell } from '../../shell/parse-shell.ts';
import { wordsOf } from '../../shell/words-of.ts';
import { explainFailure } from '../blame/explain-failure.ts';
import { type Blame, isSlip, pageIsWrong } from '../blame/failure.ts';
import { injuryBlame } from '../blame/injury.ts';
import { meshBlame } from '../blame/swarm.ts';
import type { Driven } from '../drive/drive-command.ts';
import { localPort } from '../local-port.ts';
import { isAlive } from '../lost-machine.ts';
import type { History } from '../troubles/history.ts';
import { closedAtOnce } from './closed-at-once.ts';
import { emptyListing } from './empty-listing.ts';
import { failedJob } from './failed-job.ts';
import { hiddenError } from './hidden-error.ts';
import { hintFor } from './hint-for.ts';
import { nothingRemoved } from './nothing-removed.ts';
import { replError } from './repl-error.ts';
import { endsAsSaid, showsItsFailure } from './shown-failure.ts';
import { printedByStandIn } from './stand-in-text.ts';

/** What a judgement needs beside the report: the command as planned, and where it ran. */
export interface Trial {
  command: PlannedCommand;
  machine: Machine;
  /** Images that the post uses, the best for a preparation first. */
  images: readonly string[];
  /** What was typed before it and worked. */
  done: History;
  /** What the page has said before it: commands and files. */
  said: readonly string[];
  /** The files that the page itself has put somewhere, by path. */
  written: ReadonlyMap<string, string>;
  /** What is typed after it. */
  later: readonly PlannedCommand[];
}

function takeStatus(report: CommandReport, driven: Driven): void {
  report.pipeStatus = driven.kind === 'ended' ? countedStatuses(report.ran ?? '', driven.statuses) : [];
  report.exitStatus = report.pipeStatus.at(-1) ?? null;
}

// The condition of a loop may end a pipeline in which a stage failed; that is how it was meant.
function countedStatuses(ran: string, statuses: number[]): number[] {
  return parseShell(ran).statements.at(-1)?.compound === true ? statuses.slice(-1) : statuses;
}

/**
 * Says from how a typed command went whether it did what the page promises; expectations of its output must be in the
 * report already. Sets the verdict and the cause. Throws MachineError when the machine itself is gone.
 */
export async function judge(trial: Trial, report: CommandReport, driven: Driven): Promise<void> {
  takeStatus(report, driven);
  report.verdict = 'passed';
  report.cause = null;
  switch (driven.kind) {
    case 'stopped':
      return judgeStopped(trial, report, driven.blame);
    case 'closed':
      if (/^\s*(?:exit|logout)\b/.test(report.ran ?? '')) return judgeExpectations(trial, report);
      return judgeStopped(
        trial,
        report,
        pageIsWrong('it ended the reader’s shell', 'tell the reader that the terminal closes'),
      );
    case 'ended':
      return judgeStatuses(trial, report, report.pipeStatus);
    case 'answered':
      return judgeAnswer(trial, report, driven);
    // It goes on: what it shows later counts too.
    case 'held':
      return;
    case 'interrupted': {
      const closed = closedAtOnce(trial);
      return closed === null ? judgeExpectations(trial, report) : accuse(report, 'failed', closed);
    }
    default:
      return judgeExpectations(trial, report);
  }
}

async function judgeAnswer(
  trial: Trial,
  report: CommandReport,
  { prompt, error }: Driven & { kind: 'answered' },
): Promise<void> {
  const isMeantToFail = trial.command.trait.kind === 'meant-to-fail';
  if (isMeantToFail === (error !== null) || isAsShown(trial, report, { prompt, error }))
    return judgeExpectations(trial, report);
  const message =
    error === null ? 'the page says that it fails, but it worked' : `was answered with an error: “${error}”`;
  accuse(report, 'failed', { whose: 'page', message, hint: null, line: null });
}

// Whether the page shows the very answer. What it shows of another part of it says nothing of the error.
function isAsShown(
  { command }: Trial,
  { expectations }: CommandReport,
  { prompt, error }: { prompt: string; error: string | null },
): boolean {
  return command.expectations.some(
    (planned) =>
      planned.kind === 'output' &&
      (error === null || replError(prompt, planned.text) !== null) &&
      expectations.some(
        ({ kind, source, held }) => kind === 'output' && source.line === planned.source.line && held === true,
      ),
  );
}

async function judgeStatuses(trial: Trial, report: CommandReport, statuses: number[]): Promise<void> {
  const { trait } = trial.command;
  // `exit` hands on the status of what was typed before it.
  if (trait.kind === 'leaves' || /^\s*(?:exit|logout)\s*$/.test(report.ran ?? ''))
    return judgeExpectations(trial, report);
  if (trait.kind === 'meant-to-fail') return judgeMeantToFail(trial, report, trait.exitStatus);
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

// A machine that does not answer ends everything in it: the page's doing where it has harmed the machine.
async function judgeStopped(
  { machine }: Trial,
  report: CommandReport,
  { verdict, cause }: Blame,
): Promise<void> {
  if (await isAlive(machine)) return accuse(report, verdict, cause);
  const injury = await machine.injury();
  if (injury === null)
    throw new MachineError('the machine does not answer any more', {
      whose: 'machine',
      hint: 'verify again',
    });
  const harmed = injuryBlame(injury);
  accuse(report, harmed.verdict, harmed.cause);
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

async function judgeMeantToFail(trial: Trial, report: CommandReport, expected: number | null): Promise<void> {
  // In a pipeline it is enough that one stage fails.
  const status = report.exitStatus || (report.pipeStatus.find((one) => one !== 0) ?? 0);
  const hint = 'correct the page, or what leads to this step';
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

/** Fails a report of which an expectation was not held. */
export async function judgeExpectations(trial: Trial, report: CommandReport): Promise<void> {
  const broken = report.expectations.find((expectation) => expectation.held === false);
  if (broken === undefined) return;
  const shown = trial.command.expectations.find(
    ({ kind, source }) => kind === broken.kind && source.line === broken.source.line,
  );
  const unknown = printedByStandIn(shown, report, trial.machine.engine);
  if (unknown !== null) return accuse(report, unknown.verdict, unknown.cause);
  const port = shown?.kind === 'http' ? localPort(shown.url) : null;
  const unreachable = port === null ? null : await meshBlame(port, trial.machine);
  if (unreachable !== null) return accuse(report, unreachable.verdict, unreachable.cause);
  accuse(report, 'failed', {
    whose: 'page',
    message: broken.message,
    hint: await hintFor(broken, trial, report),
    line: broken.source.line,
  });
}

function accuse(report: CommandReport, verdict: 'failed' | 'blocked', cause: Cause): void {
  report.verdict = verdict;
  report.cause = cause;
}

import { MachineError } from '../../machine/machine.ts';
import type { CommandReport } from '../../model/report.ts';
import { parseShell } from '../../shell/parse-shell.ts';
import { type Blame, pageIsWrong } from '../blame/failure.ts';
import { injuryBlame } from '../blame/injury.ts';
import type { Driven } from '../drive/drive.ts';
import { isAlive } from '../is-alive.ts';
import { closedAtOnce } from './closed-at-once.ts';
import { judgeAnswer } from './judge-answer.ts';
import { judgeExpectations } from './judge-expectations.ts';
import { judgeStatuses } from './judge-statuses.ts';
import { accuse, type Trial } from './trial.ts';

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
      return judgeStatuses(trial, report);
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

function takeStatus(report: CommandReport, driven: Driven): void {
  report.pipeStatus = driven.kind === 'ended' ? countedStatuses(report.ran ?? '', driven.statuses) : [];
  report.exitStatus = report.pipeStatus.at(-1) ?? null;
}

// The condition of a loop may end a pipeline in which a stage failed; that is how it was meant.
function countedStatuses(ran: string, statuses: number[]): number[] {
  return parseShell(ran).statements.at(-1)?.compound === true ? statuses.slice(-1) : statuses;
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

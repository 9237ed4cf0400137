import type { CommandReport } from '../../model/report.ts';
import { awaitsHealth, healthPatience } from '../health-patience.ts';
import { isRepeatable, leavesNoTrace, notReadyYet } from '../repeatable.ts';
import type { CommandRun } from './command-run.ts';

/**
 * Whether a command that did not hold may be typed again after so many tries: a reader looks again when what was promised
 * isn't there yet; what changes something is never typed twice.
 */
export function worthAgain(report: CommandReport, tries: number): boolean {
  if (isNotReady(report) || isEngineStarting(report)) return true;
  const ran = report.ran ?? '';
  // Once more is enough to see whether Docker has lost the output of a container that is gone.
  if (!isRepeatable(ran) && !(tries === 1 && leavesNoTrace(ran))) return false;
  return (
    report.exitStatus === 0 &&
    report.expectations.some((expectation) => expectation.held === false && expectation.kind !== 'http')
  );
}

/**
 * For how long to look again, in milliseconds from the first try: a database that is made anew takes longer to be ready
 * than a page takes to answer.
 */
export async function patienceWith(report: CommandReport, run: CommandRun): Promise<number> {
  const { command, machine, patienceMs } = run;
  const health = awaitsHealth(command, report.output) ? await healthPatience(machine) : 0;
  const ownMs = isNotReady(report) ? 3 * patienceMs : patienceMs;
  return Math.max(ownMs, health, command.timeoutMs ?? 0);
}

function isNotReady({ ran, pipeStatus, output }: CommandReport): boolean {
  return notReadyYet(ran ?? '', { statuses: pipeStatus, output });
}

/**
 * Whether the engine may have been restarted a moment ago: a command that did not reach it has done nothing.
 */
export function isEngineStarting({ verdict, output }: CommandReport): boolean {
  return verdict === 'blocked' && /Cannot connect to the Docker daemon/.test(output);
}

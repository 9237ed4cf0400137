import type { PlannedCommand } from '../model/plan.ts';
import type { Cause } from '../model/report.ts';
import { wordTextsOf } from './words-of.ts';

const notice = /^\[\d+\][+-]?\s+Exit (\d+)\s+(\S.*)$/gm;
// What was ended from outside, by Ctrl-C, `kill` or `docker stop`, has not failed.
const ended = new Set([130, 137, 143]);
const neverStarted = new Set([125, 126, 127]);

/**
 * The command in the background of which the shell says that it has failed, which shows in no exit status; null when
 * there is none, or the page shows such a notice itself. One that nobody waits for may have been meant to end so,
 * unless it could not even start.
 */
export function failedJob(
  {
    command: { expectations },
    later,
  }: { command: Pick<PlannedCommand, 'expectations'>; later: readonly PlannedCommand[] },
  { ran, output }: { ran: string | null; output: string },
): Cause | null {
  if (expectations.some((one) => one.kind === 'output' && one.text.search(notice) !== -1)) return null;
  // It may have ended before the reader comes to wait for it.
  const isAwaited = [ran ?? '', ...later.slice(0, 2).map(({ source }) => source)].some(waits);
  for (const [, digits, job = ''] of output.matchAll(notice)) {
    const status = Number(digits);
    if (ended.has(status) || !(isAwaited || neverStarted.has(status))) continue;
    return {
      whose: 'page',
      message: `the command in the background ended with exit status ${status}: ${job.trim()}`,
      hint: 'correct that command, or show how it ends',
      line: null,
    };
  }
  return null;
}

function waits(source: string): boolean {
  return wordTextsOf(source).some(([program]) => program === 'wait');
}

import type { PlannedCommand } from '../../model/plan.ts';
import type { Cause } from '../../model/report.ts';
import { wordTextsOf } from '../../shell/words-of.ts';

const notice = /^\[\d+\][+-]?\s+Exit (\d+)\s+(\S.*)$/gm;
// What was ended from outside, by Ctrl-C, `kill` or `docker stop`, has not failed.
const ended = new Set([130, 137, 143]);
const neverStarted = new Set([125, 126, 127]);

/** A command as planned, with what is typed after it. */
interface Typed {
  command: Pick<PlannedCommand, 'expectations'>;
  later: readonly PlannedCommand[];
}

/** A command in the background that has failed, and why that is the page's doing. */
export interface FailedJob {
  job: string;
  cause: Cause;
}

/**
 * The command in the background of which the shell says that it has failed, which shows in no exit status; null when
 * there is none, or the page shows such a notice itself. One that nobody waits for may have been meant to end so,
 * unless it could not even start. What another command started is not this one's fault: see `failedBefore`.
 */
export function failedJob(typed: Typed, report: { ran: string | null; output: string }): Cause | null {
  return failedJobs(typed, report).find(({ job }) => isOwn(job, report.ran ?? ''))?.cause ?? null;
}

/** The same of what an earlier command started: the shell says so at the prompt that comes next. */
export function failedBefore(typed: Typed, report: { ran: string | null; output: string }): FailedJob[] {
  return failedJobs(typed, report).filter(({ job }) => !isOwn(job, report.ran ?? ''));
}

/** Whether a command line is the one that started this job. */
export function starts(ran: string, job: string): boolean {
  return ran.includes('&') && withoutBlanks(ran).includes(withoutBlanks(job));
}

function isOwn(job: string, ran: string): boolean {
  return waits(ran) || starts(ran, job);
}

// The shell prints `(a; b)` as `( a; b )`.
function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}

function failedJobs(
  { command: { expectations }, later }: Typed,
  { ran, output }: { ran: string | null; output: string },
): FailedJob[] {
  if (expectations.some((one) => one.kind === 'output' && one.text.search(notice) !== -1)) return [];
  // It may have ended before the reader comes to wait for it.
  const isAwaited = [ran ?? '', ...later.slice(0, 2).map(({ source }) => source)].some(waits);
  return [...output.matchAll(notice)].flatMap(([, digits, job = '']) => {
    const status = Number(digits);
    if (ended.has(status) || !(isAwaited || neverStarted.has(status))) return [];
    const message = `the command in the background ended with exit status ${status}: ${job.trim()}`;
    const hint = 'correct that command, or show how it ends';
    return [{ job: job.trim(), cause: { whose: 'page', message, hint, line: null } }];
  });
}

function waits(source: string): boolean {
  return wordTextsOf(source).some(([program]) => program === 'wait');
}

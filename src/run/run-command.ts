import { setTimeout as pause } from 'node:timers/promises';
import { type Machine, MachineError } from '../machine/machine.ts';
import type { PlannedCommand } from '../model/plan.ts';
import type { Cause, CommandReport, ExpectationReport } from '../model/report.ts';
import { parseShell } from '../shell/parse-shell.ts';
import { bindPlaceholders } from './bind.ts';
import { explainFailure } from './blame/explain-failure.ts';
import { type Blame, pageIsWrong } from './blame/failure.ts';
import { untypedReport } from './command-report.ts';
import { type Driven, driveCommand } from './drive-command.ts';
import { readEngineState } from './engine-state.ts';
import { checkMachine, checkOutput } from './expect/check-expectations.ts';
import { keepsTerminal } from './foreground.ts';
import { isAlive } from './lost-machine.ts';
import { returnImages, undoPrepared } from './prepare.ts';
import type { ReaderTerminal } from './reader-terminal.ts';
import { isRepeatable, notReadyYet } from './repeatable.ts';
import { screenText } from './screen.ts';
import { Stopwatch } from './stopwatch.ts';
import { wordsOf } from './words-of.ts';

export interface CommandRun {
  command: PlannedCommand;
  machine: Machine;
  terminal: ReaderTerminal;
  signal: AbortSignal;
  /** Images that the post uses, the best for a preparation first. */
  images: readonly string[];
  /** Images that only preparations have pulled. */
  borrowed: Set<string>;
  /** What is typed after this command on the page. */
  later: readonly PlannedCommand[];
  /** How long to look again for what was promised and is not there yet. */
  patienceMs: number;
}

export interface CommandResult {
  report: CommandReport;
  /** Whether what the reader had in the terminal is gone. */
  terminalLost: boolean;
}

const againMs = 300;

/** Binds, types and judges one command. */
export async function runCommand(run: CommandRun): Promise<CommandResult> {
  const { command, machine } = run;
  const watch = new Stopwatch();
  if (command.placeholders.length === 0) await watch.outside(() => returnImages(machine, run.borrowed));
  const binding = await watch.outside(() => bindPlaceholders(command, machine, run));
  const report = untypedReport(command);
  if (binding.kind === 'unbound') {
    const cause: Cause = {
      whose: 'page',
      message: binding.message,
      hint: 'name it on the page, or say it with <!-- verify: bind … -->',
      line: null,
    };
    return { report: { ...report, verdict: 'failed', cause }, terminalLost: false };
  }
  report.ran = binding.ran;
  // What the page pulls or runs by name is its own from here on.
  for (const word of binding.ran.split(/\s+/)) run.borrowed.delete(word);
  report.bindings = binding.bindings;
  report.prepared = binding.prepared.flatMap((prepared) => prepared.commands);
  const terminalLost = await typeUntilItHolds(run, report, watch);
  await watch.outside(() => undoPrepared(machine, binding.prepared));
  report.overheadMs = watch.ownMs;
  return { report, terminalLost };
}

async function typeUntilItHolds(run: CommandRun, report: CommandReport, watch: Stopwatch): Promise<boolean> {
  const until = performance.now() + Math.max(run.patienceMs, run.command.timeoutMs ?? 0);
  for (let tries = 1; ; tries += 1) {
    const lost = await typeOnce(run, report, watch);
    const mayCome = report.verdict === 'failed' && !lost && worthAgain(report) && performance.now() < until;
    if (!mayCome) {
      if (tries > 1 && report.verdict === 'passed')
        report.notes.push(`held at the ${tries}th look`.replace('2th', '2nd').replace('3th', '3rd'));
      return lost;
    }
    await watch.outside(() => pause(againMs, undefined, { signal: run.signal }));
  }
}

// A reader looks again when what was promised isn't there yet; what changes something is never typed twice.
function worthAgain(report: CommandReport): boolean {
  const ran = report.ran ?? '';
  if (notReadyYet(report.pipeStatus, ran)) return true;
  if (!isRepeatable(ran)) return false;
  return (
    report.exitStatus === 0 &&
    report.expectations.some((expectation) => expectation.held === false && expectation.kind !== 'http')
  );
}

async function typeOnce(run: CommandRun, report: CommandReport, watch: Stopwatch): Promise<boolean> {
  const { command, machine, signal, later } = run;
  let pages: ExpectationReport[] | null = null;
  const session = await watch.outside(() => run.terminal.session());
  const error = session.reader === 'shell' ? parseShell(report.ran ?? '').error : null;
  if (error !== null) {
    // Typed, it would leave the shell waiting for the rest.
    const { verdict, cause } = pageIsWrong(
      `the shell can't read it: ${error.message}`,
      'correct its quotes and brackets',
    );
    accuse(report, verdict, cause);
    return false;
  }
  const ran = report.ran ?? '';
  const containers = await watch.outside(() => idsBefore(ran, machine));
  const before = performance.now();
  const whileRunning = async (): Promise<void> => {
    pages = await checkMachine(command.expectations, machine, run.patienceMs);
  };
  const driven = await watch.outside(() =>
    driveCommand({ command, ran, containers, session, machine, signal, later, whileRunning }),
  );
  report.durationMs = performance.now() - before;
  report.output = await screenText(driven.raw);
  report.notes = [...driven.notes];
  const checked = checkOutput(command.expectations, report.output);
  report.notes.push(...checked.notes);
  report.expectations = checked.reports;
  takeStatus(report, driven);
  await watch.outside(() => judge(run, report, driven));
  if (report.verdict === 'passed') {
    report.expectations.push(
      ...(pages ?? (await watch.outside(() => checkMachine(command.expectations, machine, run.patienceMs)))),
    );
    judgeExpectations(report);
  }
  return driven.kind === 'stopped' && driven.terminalLost;
}

async function idsBefore(ran: string, machine: Machine): Promise<Set<string>> {
  if (!keepsTerminal(ran)) return new Set();
  return new Set((await readEngineState(machine)).containers.map((container) => container.id));
}

function takeStatus(report: CommandReport, driven: Driven): void {
  report.pipeStatus = driven.kind === 'ended' ? driven.statuses : [];
  report.exitStatus = driven.kind === 'ended' ? (driven.statuses.at(-1) ?? null) : null;
}

async function judge(run: CommandRun, report: CommandReport, driven: Driven): Promise<void> {
  report.verdict = 'passed';
  report.cause = null;
  if (driven.kind === 'stopped') return judgeStopped(run, report, driven.blame);
  if (driven.kind === 'closed' && !/^\s*(?:exit|logout)\b/.test(report.ran ?? '')) {
    return judgeStopped(
      run,
      report,
      pageIsWrong('it ended the reader’s shell', 'tell the reader that the terminal closes'),
    );
  }
  if (driven.kind !== 'ended' || run.command.trait.kind === 'leaves') return;
  const { trait } = run.command;
  if (trait.kind === 'meant-to-fail') return judgeMeantToFail(run, report, trait.exitStatus);
  const bad = driven.statuses.some(
    (status, stage) => status !== 0 && !(status === 141 && stage < driven.statuses.length - 1),
  );
  if (!bad) {
    judgeExpectations(report);
    return;
  }
  const { verdict, cause } = await blameFor(run, report);
  accuse(report, verdict, cause);
}

// A machine that has gone away ends everything in it; that is not the page's doing.
async function judgeStopped(
  { machine }: CommandRun,
  report: CommandReport,
  { verdict, cause }: Blame,
): Promise<void> {
  if (!(await isAlive(machine)))
    throw new MachineError('the machine does not answer any more', {
      whose: 'machine',
      hint: 'verify again',
    });
  accuse(report, verdict, cause);
}

function blameFor({ machine, images }: CommandRun, report: CommandReport): Promise<Blame> {
  const ran = report.ran ?? '';
  return explainFailure({
    ran,
    commands: wordsOf(ran),
    output: report.output,
    statuses: report.pipeStatus,
    machine,
    images,
  });
}

async function judgeMeantToFail(
  run: CommandRun,
  report: CommandReport,
  expected: number | null,
): Promise<void> {
  const status = report.exitStatus ?? 0;
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
  const { verdict, cause } = await blameFor(run, report);
  const isShown = report.expectations.some((expectation) => expectation.kind === 'output');
  if (verdict === 'blocked' || (!isShown && isSlip(cause))) return accuse(report, verdict, cause);
  judgeExpectations(report);
}

function isSlip({ message }: Cause): boolean {
  return /knows no flag|has no command/.test(message);
}

function judgeExpectations(report: CommandReport): void {
  const broken = report.expectations.find((expectation) => expectation.held === false);
  if (broken === undefined) return;
  accuse(report, 'failed', {
    whose: 'page',
    message: broken.message,
    hint: hintFor(broken),
    line: broken.source.line,
  });
}

function hintFor(broken: ExpectationReport): string {
  if (broken.kind === 'http')
    return 'check the port that is published, and that what serves it is running at this point';
  return 'correct what the page shows, or the command';
}

function accuse(report: CommandReport, verdict: 'failed' | 'blocked', cause: Cause): void {
  report.verdict = verdict;
  report.cause = cause;
}

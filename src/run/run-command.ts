import { setTimeout as pause } from 'node:timers/promises';
import type { Machine } from '../machine/machine.ts';
import type { PlannedCommand } from '../model/plan.ts';
import type { CommandReport, ExpectationReport } from '../model/report.ts';
import { parseShell } from '../shell/parse-shell.ts';
import type { Printed } from '../values/circumstances.ts';
import { pageIsWrong } from './blame/failure.ts';
import { circumstancesOf } from './circumstances-of.ts';
import { untypedReport } from './command-report.ts';
import type { Drive, Driven } from './drive/drive.ts';
import { driveCommand } from './drive/drive-command.ts';
import { isLeftRunning } from './drive/drive-foreground.ts';
import { keepsTerminal } from './drive/foreground.ts';
import { HeldCommand } from './drive/held-command.ts';
import { readEngineState } from './engine-state.ts';
import { checkMachine } from './expect/check-expectations.ts';
import { awaitsHealth, healthPatience } from './health-patience.ts';
import { judge } from './judge/judge.ts';
import { judgeExpectations } from './judge/judge-expectations.ts';
import { lostOutput } from './judge/lost-output.ts';
import { bindPlaceholders } from './prepare/bind.ts';
import { returnImages, undoPrepared } from './prepare/prepare.ts';
import type { Steady } from './prepare/steady.ts';
import { isRepeatable, leavesNoTrace, notReadyYet } from './repeatable.ts';
import { Stopwatch } from './stopwatch.ts';
import { takeOutput } from './take-output.ts';
import type { ReaderTerminal } from './terminal/reader-terminal.ts';
import type { History } from './troubles/history.ts';

export interface CommandRun {
  command: PlannedCommand;
  machine: Machine;
  terminal: ReaderTerminal;
  signal: AbortSignal;
  /** Images that the post uses, the best for a preparation first. */
  images: readonly string[];
  /** Images that only preparations have pulled. */
  borrowed: Set<string>;
  /** What was seen to stay up on this machine. */
  steady: Steady;
  /** What was typed before it and worked. */
  done: History;
  /** What is typed after this command on the page. */
  later: readonly PlannedCommand[];
  /** What the page has said before this command: commands and files, a line each. */
  said: readonly string[];
  /** The files that the page itself has put somewhere, by path. */
  written: ReadonlyMap<string, string>;
  /** What the commands before it in its block have printed; empty where one of them did not pass. */
  above: readonly Printed[];
  /** How long to look again for what was promised and is not there yet. */
  patienceMs: number;
}

export interface CommandResult {
  report: CommandReport;
  /** Whether what the reader had in the terminal is gone. */
  terminalLost: boolean;
  /** Set while it keeps its terminal and the page goes on in another one. */
  held: HeldCommand | null;
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
    return { report: { ...report, ...binding.blame }, terminalLost: false, held: null };
  }
  report.ran = binding.ran;
  // What the page pulls or runs by name is its own from here on.
  for (const word of binding.ran.split(/\s+/)) run.borrowed.delete(word);
  report.bindings = binding.bindings;
  report.prepared = binding.prepared.flatMap((prepared) => prepared.commands);
  const outcome = await typeUntilItHolds(run, report, watch);
  await watch.outside(() => undoPrepared(machine, binding.prepared));
  report.overheadMs = watch.ownMs;
  return { report, ...outcome };
}

type Outcome = Omit<CommandResult, 'report'>;

async function typeUntilItHolds(run: CommandRun, report: CommandReport, watch: Stopwatch): Promise<Outcome> {
  const startedAt = performance.now();
  for (let tries = 1; ; tries += 1) {
    const outcome = await typeOnce(run, report, watch);
    const patienceMs = await watch.outside(() => patienceWith(report, run));
    const mayCome =
      (report.verdict === 'failed' || isEngineStarting(report)) &&
      !outcome.terminalLost &&
      performance.now() - startedAt < patienceMs;
    if (!mayCome || !worthAgain(report, tries)) {
      if (tries > 1 && report.verdict === 'passed') report.notes.push(`held after ${tries} looks`);
      return outcome;
    }
    await watch.outside(() => pause(againMs, undefined, { signal: run.signal }));
  }
}

// A database that is made anew takes longer to be ready than a page takes to answer.
async function patienceWith(report: CommandReport, run: CommandRun): Promise<number> {
  const { command, machine, patienceMs } = run;
  const health = awaitsHealth(command, report.output) ? await healthPatience(machine) : 0;
  const ownMs = isNotReady(report) ? 3 * patienceMs : patienceMs;
  return Math.max(ownMs, health, command.timeoutMs ?? 0);
}

function isNotReady({ ran, pipeStatus, output }: CommandReport): boolean {
  return notReadyYet(ran ?? '', { statuses: pipeStatus, output });
}

// Nothing was done by a command that did not reach the engine, and the engine may have been restarted a moment ago.
function isEngineStarting({ verdict, output }: CommandReport): boolean {
  return verdict === 'blocked' && /Cannot connect to the Docker daemon/.test(output);
}

// A reader looks again when what was promised isn't there yet; what changes something is never typed twice.
function worthAgain(report: CommandReport, tries: number): boolean {
  if (isNotReady(report) || isEngineStarting(report)) return true;
  const ran = report.ran ?? '';
  // Once more is enough to see whether Docker has lost the output of a container that is gone.
  if (!isRepeatable(ran) && !(tries === 1 && leavesNoTrace(ran))) return false;
  return (
    report.exitStatus === 0 &&
    report.expectations.some((expectation) => expectation.held === false && expectation.kind !== 'http')
  );
}

async function typeOnce(run: CommandRun, report: CommandReport, watch: Stopwatch): Promise<Outcome> {
  const { command, machine, signal, later, patienceMs } = run;
  let pages: ExpectationReport[] | null = null;
  const session = await watch.outside(() => run.terminal.session());
  const error = session.reader === 'shell' ? parseShell(report.ran ?? '').error : null;
  if (error !== null) {
    // Typed, it would leave the shell waiting for the rest.
    const { verdict, cause } = pageIsWrong(
      `the shell can't read it: ${error.message}`,
      'correct its quotes and brackets',
    );
    Object.assign(report, { verdict, cause });
    return { terminalLost: false, held: null };
  }
  const ran = report.ran ?? '';
  const containers = await watch.outside(() => idsBefore(ran, machine));
  const before = performance.now();
  const whileRunning = async (): Promise<void> => {
    pages = await checkMachine(command.expectations, machine, patienceMs);
  };
  const staysOpen = isLeftRunning(command, later);
  const drive: Drive = {
    command,
    ran,
    containers,
    session,
    machine,
    signal,
    later,
    staysOpen,
    patienceMs,
    circumstances: { ...circumstancesOf(command, report, run.said), above: run.above },
    whileRunning,
  };
  const driven = await watch.outside(() => driveCommand(drive));
  report.durationMs = performance.now() - before;
  await takeOutput(drive, report, driven);
  if (driven.kind === 'ended' && lacksOutput(report))
    await watch.outside(() => findLost(drive, report, driven));
  await watch.outside(() => judge(run, report, driven));
  if (report.verdict === 'passed') {
    report.expectations.push(
      ...(pages ?? (await watch.outside(() => checkMachine(command.expectations, machine, patienceMs)))),
    );
    if (driven.kind !== 'held') await judgeExpectations(run, report);
    learnServers(run, report);
  }
  if (driven.kind === 'held')
    return { terminalLost: false, held: await HeldCommand.of({ drive, trial: run, report }) };
  return { terminalLost: driven.kind === 'stopped' && driven.terminalLost, held: null };
}

function learnServers({ command, steady }: CommandRun, { expectations }: CommandReport): void {
  if (expectations.some(({ kind, held }) => kind === 'http' && held !== true)) return;
  for (const planned of command.expectations) if (planned.kind === 'http') steady.answered(planned.url);
}

function lacksOutput({ expectations }: CommandReport): boolean {
  return expectations.some(({ kind, held }) => held === false && (kind === 'output' || kind === 'words'));
}

async function findLost(drive: Drive, report: CommandReport, driven: Driven): Promise<void> {
  const lost = await lostOutput(drive.ran, report.output, drive.machine);
  if (lost === null) return;
  const note = `the engine lost what the container printed; it is taken from ${lost.foundIn}`;
  const notes = [...driven.notes, note];
  const raw = `${driven.raw}${lost.text.replaceAll('\n', '\r\n')}\r\n`;
  await takeOutput(drive, report, { ...driven, raw, notes });
}

async function idsBefore(ran: string, machine: Machine): Promise<Set<string>> {
  if (!keepsTerminal(ran)) return new Set();
  return new Set((await readEngineState(machine)).containers.map((container) => container.id));
}

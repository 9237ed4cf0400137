import type { Machine } from '../../machine/machine.ts';
import type { CommandReport, ExpectationReport } from '../../model/report.ts';
import { parseShell } from '../../shell/parse-shell.ts';
import { type Blame, pageIsWrong } from '../blame/failure.ts';
import { circumstancesOf } from '../circumstances-of.ts';
import type { Drive, Driven } from '../drive/drive.ts';
import { driveCommand } from '../drive/drive-command.ts';
import { isLeftRunning } from '../drive/drive-foreground.ts';
import { holdsTerminal } from '../drive/foreground.ts';
import { HeldCommand } from '../drive/held-command.ts';
import { readEngineState } from '../engine-state.ts';
import { checkMachine } from '../expect/check-expectations.ts';
import { judge } from '../judge/judge.ts';
import { judgeExpectations } from '../judge/judge-expectations.ts';
import { lostOutput } from '../judge/lost-output.ts';
import type { Stopwatch } from '../stopwatch.ts';
import { takeOutput } from '../take-output.ts';
import type { CommandRun, UnreportedResult } from './command-run.ts';

/** Types a command, stays with it until it has ended or is left running, and fills its report in with what came of it. */
export async function typeOnce(
  run: CommandRun,
  report: CommandReport,
  watch: Stopwatch,
): Promise<UnreportedResult> {
  const { command, machine, signal, later, patienceMs } = run;
  let pages: ExpectationReport[] | null = null;
  const session = await watch.outside(() => run.terminal.session());
  const ran = report.ran ?? '';
  const slip = session.reader === 'shell' ? unreadable(ran) : null;
  if (slip !== null) {
    Object.assign(report, slip);
    return { terminalLost: false, held: null };
  }
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

// Typed, it would leave the shell waiting for the rest.
function unreadable(ran: string): Blame | null {
  const { error } = parseShell(ran);
  return error === null
    ? null
    : pageIsWrong(`the shell can't read it: ${error.message}`, 'correct its quotes and brackets');
}

async function idsBefore(ran: string, machine: Machine): Promise<Set<string>> {
  if (!holdsTerminal(ran)) return new Set();
  return new Set((await readEngineState(machine)).containers.map((container) => container.id));
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

function learnServers({ command, steady }: CommandRun, { expectations }: CommandReport): void {
  if (expectations.some(({ kind, held }) => kind === 'http' && held !== true)) return;
  for (const planned of command.expectations) if (planned.kind === 'http') steady.answered(planned.url);
}

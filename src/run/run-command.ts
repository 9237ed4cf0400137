import { setTimeout as pause } from 'node:timers/promises';
import type { CommandReport } from '../model/report.ts';
import { untypedReport } from '../model/untyped-report.ts';
import { bindPlaceholders } from './prepare/bind.ts';
import { returnImages, undoPrepared } from './prepare/prepare.ts';
import type { CommandResult, CommandRun, UnreportedResult } from './run-command/command-run.ts';
import { typeOnce } from './run-command/type-once.ts';
import { isEngineStarting, patienceWith, worthAgain } from './run-command/worth-again.ts';
import { Stopwatch } from './stopwatch.ts';

// How long a reader waits before looking again.
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

async function typeUntilItHolds(
  run: CommandRun,
  report: CommandReport,
  watch: Stopwatch,
): Promise<UnreportedResult> {
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

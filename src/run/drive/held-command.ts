import type { CommandReport, ExpectationReport } from '../../model/report.ts';
import { judge } from '../judge/judge.ts';
import { judgeExpectations } from '../judge/judge-expectations.ts';
import type { Trial } from '../judge/trial.ts';
import { takeOutput } from '../take-output.ts';
import type { Drive } from './drive.ts';
import { endForeground } from './drive-foreground.ts';
import { heldContainer } from './foreground.ts';

interface Parts {
  drive: Drive;
  trial: Trial;
  report: CommandReport;
}

/** A command that keeps its terminal while the page goes on in another one. Its report is final when it has ended. */
export class HeldCommand {
  private readonly parts: Parts;
  private readonly pages: ExpectationReport[];

  private constructor(parts: Parts) {
    this.parts = parts;
    this.pages = parts.report.expectations.filter(({ kind }) => kind === 'http' || kind === 'run');
  }

  /** Takes a command over that was left running; asks which container it holds, before there are others. */
  static async of(parts: Parts): Promise<HeldCommand> {
    const { ran, machine, containers } = parts.drive;
    const held = await heldContainer(ran, machine, containers);
    return new HeldCommand(held === null ? parts : { ...parts, drive: { ...parts.drive, heldId: held.id } });
  }

  /** Ends it as a reader does who comes back to its terminal, and judges all that it has shown. */
  async end(): Promise<{ report: CommandReport; terminalLost: boolean }> {
    const { drive, trial, report } = this.parts;
    const driven = await endForeground(drive, report.notes);
    // What it started may have died while it ran.
    const { verdict, cause } = report;
    const died = report.expectations.filter(({ kind }) => kind === 'stays-up');
    await takeOutput(drive, report, driven);
    report.expectations.push(...this.pages, ...died);
    // A server that another terminal has stopped ends with the status of that signal.
    const wasStopped = driven.kind === 'ended' && driven.statuses.every((status) => stopped.has(status));
    await judge(trial, report, wasStopped ? { ...driven, statuses: [0] } : driven);
    if (report.verdict === 'passed' && verdict === 'failed') Object.assign(report, { verdict, cause });
    if (report.verdict === 'passed') await judgeExpectations(trial, report);
    return { report, terminalLost: driven.kind === 'stopped' && driven.terminalLost };
  }
}

// Ended by SIGINT, SIGKILL, SIGTERM.
const stopped = new Set([0, 130, 137, 143]);

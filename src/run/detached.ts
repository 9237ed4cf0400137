import type { Machine } from '../machine/machine.ts';
import type { CommandReport } from '../model/report.ts';
import { callName, dockerCall, hasFlag } from '../shell/docker-call.ts';
import { type Death, readDeaths } from './deaths.ts';
import { anyRunning } from './foreground.ts';
import { wordsOf, wordTextsOf } from './words-of.ts';

/** What the page started in the background must stay up: remembers who started what, and finds who died. */
export class Detached {
  private readonly machine: Machine;
  private readonly startedBy: { report: CommandReport; at: number }[] = [];
  private readonly settleMs: number;
  private since = Date.now() / 1000;
  private hasAnswer = true;

  constructor(machine: Machine, settleMs: number) {
    this.machine = machine;
    this.settleMs = settleMs;
  }

  /** Takes note of a command that may have started containers in the background. */
  record(report: CommandReport): void {
    if (report.verdict === 'passed' && startsInBackground(report.ran ?? ''))
      this.startedBy.push({ report, at: Date.now() });
  }

  /** Commands whose containers have died by themselves with an error since the last look. */
  async look(): Promise<{ report: CommandReport; death: Death; log: string }[]> {
    if (this.startedBy.length === 0) return [];
    const until = Date.now() / 1000;
    const deaths = await readDeaths(this.machine, this.since, until);
    this.hasAnswer = deaths !== null;
    // The next look goes back to the last one that was answered.
    if (deaths === null) return [];
    this.since = until;
    const found: { report: CommandReport; death: Death; log: string }[] = [];
    for (const death of deaths.filter((one) => one.exitStatus !== 0)) {
      const report = this.starterOf(death);
      if (report !== null) found.push({ report, death, log: await this.logOf(death) });
    }
    return found;
  }

  /** Commands of which the last look could not tell whether what they started is still there. */
  get unknown(): CommandReport[] {
    return this.hasAnswer ? [] : this.startedBy.map(({ report }) => report);
  }

  /** The ids of the commands that have started something in the background, in their order. */
  get starters(): string[] {
    return this.startedBy.map(({ report }) => report.id);
  }

  /** Waits until what was started last has been up long enough to have died of a wrong start. */
  async settle(): Promise<void> {
    const last = this.startedBy.at(-1);
    while (last !== undefined && Date.now() - last.at < this.settleMs && (await anyRunning(this.machine)))
      await this.machine.run('sleep 0.2');
  }

  private starterOf(death: Death): CommandReport | null {
    const named = this.startedBy.findLast(
      ({ report }) =>
        report.output.includes(death.container) ||
        wordTextsOf(report.ran ?? '').some((words) => words.includes(death.name)),
    );
    const composed = this.startedBy.findLast(
      ({ report }) => /\bcompose\b.*\bup\b/.test(report.ran ?? '') && report.output.includes(death.name),
    );
    return (named ?? composed)?.report ?? null;
  }

  private async logOf(death: Death): Promise<string> {
    const log = await this.machine.run(`docker logs --tail 3 ${death.container} 2>&1`, { timeoutMs: 10_000 });
    return log.exitStatus === 0 ? log.stdout.trim() : '';
  }
}

function startsInBackground(ran: string): boolean {
  return wordsOf(ran).some((words) => {
    const call = dockerCall(words);
    if (call === null) return false;
    if (['container start', 'container restart'].includes(callName(call)))
      return !hasFlag(call, '-a', '--attach');
    return ['container run', 'compose up'].includes(callName(call)) && hasFlag(call, '-d', '--detach');
  });
}

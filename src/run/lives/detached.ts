import type { Machine } from '../../machine/machine.ts';
import type { CommandReport } from '../../model/report.ts';
import { wordTextsOf } from '../../shell/words-of.ts';
import { anyRunning } from '../drive/foreground.ts';
import { lastWords } from '../judge/last-words.ts';
import type { Steady } from '../prepare/steady.ts';
import { type Death, readLives } from './deaths.ts';
import { type Starting, startingOf } from './starting.ts';

/** A command, and when it was typed and had given the prompt back (seconds since 1970). */
interface Typed {
  report: CommandReport;
  /** Null when it started nothing that must stay up. */
  starting: Starting | null;
  from: number;
  to: number;
}

/** What the page started in the background must stay up: remembers who started what, and finds who died. */
export class Detached {
  private readonly machine: Machine;
  private readonly typed: Typed[] = [];
  /** When each container was started, by its short id. */
  private readonly starts = new Map<string, number[]>();
  private readonly settleMs: number;
  private readonly steady: Steady;
  private since = Date.now() / 1000;
  private hasAnswer = true;

  /** `settleMs`: within this a container dies of a wrong start. `steady` learns from all that is seen. */
  constructor(machine: Machine, settleMs: number, steady: Steady) {
    this.machine = machine;
    this.settleMs = settleMs;
    this.steady = steady;
  }

  /** Takes note of a command that may have started containers in the background. `fromMs`: when it was typed. */
  record(report: CommandReport, fromMs: number): void {
    const starting = report.verdict === 'passed' ? startingOf(report) : null;
    this.typed.push({ report, starting, from: fromMs / 1000, to: Date.now() / 1000 });
  }

  /** Commands whose containers have died by themselves with an error between the last look and `untilMs`. */
  async look(untilMs = Date.now()): Promise<{ report: CommandReport; death: Death; log: string }[]> {
    if (this.typed.length === 0) return [];
    const until = untilMs / 1000;
    const lives = await readLives(this.machine, this.since, until);
    this.hasAnswer = lives !== null;
    // The next look goes back to the last one that was answered.
    if (lives === null) return [];
    this.since = until;
    this.steady.learnLives(lives, until);
    for (const { container, at } of lives.starts)
      this.starts.set(container, [...(this.starts.get(container) ?? []), at]);
    const found: { report: CommandReport; death: Death; log: string }[] = [];
    for (const death of lives.deaths.filter((one) => one.exitStatus !== 0)) {
      const report = this.starterOf(death);
      if (report !== null) found.push({ report, death, log: await this.logOf(death) });
    }
    return found;
  }

  /** Commands of which the last look could not tell whether what they started is still there. */
  get unknown(): CommandReport[] {
    return this.hasAnswer ? [] : this.inBackground.map(({ report }) => report);
  }

  /** The ids of the commands that have started something in the background, in their order. */
  get starters(): string[] {
    const starts = [...this.starts.keys()].map((container) => this.typedAtStartOf(container));
    const ids = new Set([...this.inBackground, ...starts].map((one) => one?.report.id));
    return this.typed.flatMap(({ report }) => (ids.has(report.id) ? [report.id] : []));
  }

  /** Waits until what was started last has been up long enough to have died of a wrong start. */
  async settle(): Promise<void> {
    const last = Math.max(
      ...this.inBackground.map(({ to }) => to),
      ...[...this.starts.keys()].map((container) => this.typedAtStartOf(container)?.to ?? 0),
    );
    while (Date.now() - last * 1000 < this.settleMs && (await anyRunning(this.machine)))
      await this.machine.run('sleep 0.2');
  }

  private get inBackground(): Typed[] {
    return this.typed.filter(({ starting }) => starting === 'named' || starting === 'composed');
  }

  private starterOf(death: Death): CommandReport | null {
    const named = this.inBackground.findLast(
      ({ report }) =>
        report.output.includes(death.container) ||
        wordTextsOf(report.ran ?? '').some((words) => words.includes(death.name)),
    );
    const composed = this.inBackground.findLast(
      ({ report, starting }) => starting === 'composed' && report.output.includes(death.name),
    );
    return (named ?? composed)?.report ?? this.unsaidStarterOf(death);
  }

  private unsaidStarterOf(death: Death): CommandReport | null {
    const starter = this.typedAtStartOf(death.container);
    if (starter === null) return null;
    // What a script has run and awaited is its own business: its status tells.
    return starter.starting === 'composed' || death.at > starter.to ? starter.report : null;
  }

  /** The command that was typed last before a container was first started; null when nothing of it must stay up. */
  private typedAtStartOf(container: string): Typed | null {
    const at = this.starts.get(container)?.[0];
    const typed = at === undefined ? undefined : this.typed.findLast(({ from }) => from <= at);
    return typed === undefined || typed.starting === null ? null : typed;
  }

  private async logOf(death: Death): Promise<string> {
    const log = await this.machine.run(`docker logs --tail 30 ${death.container} 2>&1`, {
      timeoutMs: 10_000,
    });
    return log.exitStatus === 0 ? lastWords(log.stdout) : '';
  }
}

import { engineSeries } from '../../lib/engine-series.ts';

/** The last replay of a post on one engine, as its pages name it. */
export interface EngineRun {
  /** Version of Docker Engine. */
  version: string;
  /** ISO 8601, UTC. */
  recordedAt: string;
  /** Whether that is so long ago that it is shown as old. */
  isOld: boolean;
  /** Images that were stand-ins for the official ones. */
  standIns: string[];
  /** How long all commands that were typed ran, one after the other. */
  ranMs: number;
}

/** The engines of a proof in words, in their order: `28.5 and 26.1`. Their series say enough. */
export function engineNames(runs: readonly Pick<EngineRun, 'version'>[]): string {
  return listing(runs.map(({ version }) => engineSeries(version)));
}

/** The replay whose age counts where several do; null where there is none. */
export function oldestOf(runs: readonly EngineRun[]): EngineRun | null {
  return runs.toSorted((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt))[0] ?? null;
}

// Words as a list: `a, b and c`.
function listing(words: readonly string[]): string {
  return words.join(', ').replace(/, (?=[^,]*$)/, ' and ');
}

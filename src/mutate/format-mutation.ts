import { countOf } from '../lib/count-of.ts';
import { type Mutant, shown } from './mutant.ts';
import type { Result } from './outcome.ts';

/** What came of breaking the posts, to be summed up. */
export interface MutationSummary {
  results: { path: string; result: Result }[];
  /** Mutants that break what the whole post's run could not prove. */
  excluded: number;
  equivalent: number;
  /** Entries of the lists of equivalent mutants that fit none, as `file:line`. */
  unused: string[];
  /** Percent that should be killed. */
  aim: number;
}

/** The share of the decided mutants that turned red, in percent; null when none is decided. */
export function shareKilled(results: readonly Result[]): number | null {
  const killed = results.filter(({ outcome }) => outcome.kind === 'killed').length;
  const decided = results.filter(({ outcome }) => outcome.kind !== 'undecided').length;
  return decided === 0 ? null : (killed * 100) / decided;
}

/** One line for a mutant: where, which operator, what became what. */
export function formatMutant(path: string, { line, column, operator, before, after }: Mutant): string {
  return `${path}:${line}:${column} ${operator}: ${shown(before)} → ${shown(after)}`;
}

/** The survivors, the undecided, a line for each operator, and the share. */
export function formatMutationSummary(summary: MutationSummary): string {
  const { results, excluded, equivalent, unused, aim } = summary;
  const all = results.map(({ result }) => result);
  const listed = (kind: Result['outcome']['kind']): string[] =>
    results
      .filter(({ result }) => result.outcome.kind === kind)
      .map(({ path, result: { mutant, outcome } }) => {
        const why = outcome.kind === 'undecided' ? `\n    ${outcome.because}` : '';
        return `  ${formatMutant(path, mutant)}${why}`;
      });
  const share = shareKilled(all);
  const killed = all.filter(({ outcome }) => outcome.kind === 'killed').length;
  const lines = [
    ...titled('Survived (the post is wrong, and passed):', listed('survived')),
    ...titled('Undecided (blocked by what is missing outside):', listed('undecided')),
    ...titled('By operator:', byOperator(all)),
    ...titled(
      'Entries for equivalent mutants that fit none (remove them):',
      unused.map((one) => `  ${one}`),
    ),
    `${countOf(all.length, 'mutant')}: ${killed} killed, ${listed('survived').length} survived, ${listed('undecided').length} undecided;`,
    `${equivalent} listed as equivalent and ${excluded} in what was not proven were left out.`,
    share === null
      ? `No mutant was decided, so nothing is known; the aim is ${aim} %.`
      : `${share.toFixed(1)} % turned red; the aim is ${aim} %.`,
  ];
  return `${lines.join('\n')}\n`;
}

function titled(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines, ''];
}

function byOperator(results: readonly Result[]): string[] {
  const names = [...new Set(results.map(({ mutant }) => mutant.operator))].sort();
  return names.map((name) => {
    const own = results.filter(({ mutant }) => mutant.operator === name);
    const killed = own.filter(({ outcome }) => outcome.kind === 'killed').length;
    return `  ${name.padEnd(16)} ${String(killed).padStart(4)} of ${own.length}`;
  });
}

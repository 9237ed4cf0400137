import { type Mutant, mutantKey } from './mutant.ts';

/**
 * A mutation that breaks nothing a page promises, written down by hand. Known by its text, so that it survives edits
 * elsewhere: the heading it stands under, the operator, and what is shown before and after the arrow.
 */
export interface Equivalent {
  key: string;
  reason: string;
  line: number;
}

/** The changes of a post that are listed by hand as breaking nothing. */
export interface Equivalents {
  entries: Equivalent[];
  /** What can't be read, each as `line: what is wrong`. */
  problems: string[];
}

const columns = ['heading', 'operator', 'before', 'after', 'reason'];

/** Reads a table of them: five columns with tabs between, empty lines and lines that begin with `#` left out. */
export function parseEquivalents(text: string): Equivalents {
  const read: Equivalents = { entries: [], problems: [] };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    const reason = cells[4]?.trim() ?? '';
    if (cells.length !== columns.length || reason === '')
      read.problems.push(`line ${index + 1}: needs ${columns.join(', ')}, with tabs between`);
    else read.entries.push({ key: cells.slice(0, 4).join('\t'), reason, line: index + 1 });
  }
  return read;
}

/** Parts mutants from those that are listed as equivalent, and names the entries that no mutant fits. */
export function setAside(
  mutants: readonly Mutant[],
  { entries }: Equivalents,
): { real: Mutant[]; equivalent: Mutant[]; unused: Equivalent[] } {
  const keys = new Set(entries.map(({ key }) => key));
  const found = new Set(mutants.map(mutantKey));
  return {
    real: mutants.filter((mutant) => !keys.has(mutantKey(mutant))),
    equivalent: mutants.filter((mutant) => keys.has(mutantKey(mutant))),
    unused: entries.filter(({ key }) => !found.has(key)),
  };
}

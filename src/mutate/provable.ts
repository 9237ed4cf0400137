import type { Plan } from '../model/plan.ts';
import type { PostReport } from '../model/report.ts';
import type { Mutant } from './mutant.ts';

/** The hashes of the blocks of which a run of the whole post proved nothing. */
export function unprovenHashes(report: PostReport): Set<string> {
  const unproven = report.blocks.filter(({ verdict }) => verdict !== null && verdict !== 'passed');
  return new Set(unproven.map(({ hash }) => hash));
}

/**
 * A plan without those blocks: mutants are run without them, as they only cost time. Blocks are known by their text,
 * for their ids change when one before them is taken out.
 */
export function withoutBlocks(plan: Plan, hashes: ReadonlySet<string>): Plan {
  return { ...plan, blocks: plan.blocks.filter(({ hash }) => !hashes.has(hash)) };
}

/** Mutants that can show something, and the number of those that can't: they break what was not proven. */
export function provableMutants(
  mutants: readonly Mutant[],
  plan: Plan,
  unproven: ReadonlySet<string>,
): { provable: Mutant[]; excluded: number } {
  const ids = new Set(plan.blocks.filter(({ hash }) => unproven.has(hash)).map(({ id }) => id));
  const provable = mutants.filter(({ about }) => !about.some((id) => ids.has(id)));
  return { provable, excluded: mutants.length - provable.length };
}

import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Plan, PlannedBlock } from '../model/plan.ts';

/** What a replay on `today` (YYYY-MM-DD) would refuse: blocks whose skip was only to last until a day before it. */
export function expiredSkips(plans: readonly Plan[], today: string): Diagnostic[] {
  return plans.flatMap((plan) => plan.blocks).flatMap((block) => expiredIn(block, today));
}

function expiredIn(block: PlannedBlock, today: string): Diagnostic[] {
  const traits = 'commands' in block ? block.commands.map(({ trait }) => trait) : [];
  const skip = traits.find((trait) => trait.kind === 'skip' && trait.until < today);
  if (skip?.kind !== 'skip') return [];
  const { place } = block;
  return [
    diagnostic(
      'skip-ended',
      { ...place, endLine: place.line, endColumn: place.column + 3 },
      `The skip ended on ${skip.until}: ${skip.reason}.`,
      'Prove the block, or give a new reason and date.',
    ),
  ];
}

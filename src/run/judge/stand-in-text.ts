import type { PlannedExpectation } from '../../model/plan.ts';
import type { CommandReport, EngineInfo } from '../../model/report.ts';
import { type Blame, somethingIsMissing } from '../blame/failure.ts';
import { visibleLines } from '../expect/shown/page-text.ts';

/**
 * Why nobody knows whether the rest of a text is as the page shows it: a stand-in says in it that it is one, and it shares
 * only some lines with the official image's own text. Null when no stand-in printed it, or nothing of it is as shown.
 */
export function printedByStandIn(
  shown: PlannedExpectation | undefined,
  { output }: CommandReport,
  { registry }: Pick<EngineInfo, 'registry'>,
): Blame | null {
  if (registry !== 'stand-in' || shown?.kind !== 'output') return null;
  if (!/\bstand-in for the official (?:image|one)\b/.test(output)) return null;
  const printed = new Set(linesOf(output));
  if (!linesOf(shown.text).some((line) => printed.has(line))) return null;
  return somethingIsMissing(
    'registry',
    'the image is a stand-in for the official one, of whose text it prints only the beginning',
    'verify where the registry can be reached',
  );
}

function linesOf(text: string): string[] {
  return visibleLines(text.replaceAll('\n', '<br>'));
}

import { createHash } from 'node:crypto';
import type { SarifResult } from './result.ts';

/**
 * The results with a fingerprint each, which stays when lines move: of the rule, the file, and the command (or, for
 * findings, the message); what is equal in all of these is told apart by its order. Section 3.27.17.
 */
export function fingerprints(
  results: readonly SarifResult[],
): (SarifResult & { partialFingerprints: Record<string, string> })[] {
  const seen = new Map<string, number>();
  return results.map((result) => {
    const { artifactLocation, region } = result.locations[0]!.physicalLocation;
    const about = region.snippet?.text ?? result.message.text;
    const key = JSON.stringify([result.ruleId, artifactLocation.uri, about]);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const hash = createHash('sha256').update(`${key}#${nth}`).digest('hex').slice(0, 32);
    return { ...result, partialFingerprints: { 'seaworthyProblem/v1': hash } };
  });
}

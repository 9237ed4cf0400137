import { stableJson } from '../lib/stable-json.ts';
import type { Report } from '../model/report.ts';

/** A report as the text of `--json FILE`: always the same keys in the same order, a line feed at the end. */
export function formatJson(report: Report): string {
  return stableJson(report, keyOrder);
}

const keyOrder = [
  'version tool startedAt unchangedSince durationMs id path line column endLine language kind source machine terminal depth ran because hash verdict held',
  'exitStatus pipeStatus overheadMs machineReadyMs whose message hint engine summary images leftBehind findings',
  'times changes of what outcome outcomes causes repeats',
  'bindings prepared output styled opened notes expectations cause commands posts blocks text passed failed blocked skipped notRun',
].flatMap((names) => names.split(' '));

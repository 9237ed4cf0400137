import { isForOthers, type PlannedCommand } from '../model/plan.ts';
import type { CommandReport } from '../model/report.ts';
import { untypedReport } from '../model/untyped-report.ts';
import type { Obstacle } from './troubles/trouble.ts';

/** The report of a command that something kept from being typed. */
export function obstructedReport(command: PlannedCommand, obstacle: Obstacle): CommandReport {
  return { ...untypedReport(command), verdict: obstacle.verdict, cause: obstacle.cause };
}

/** Why an author's word, or the command's own system, keeps a command from being typed; null when nothing does. */
export function excuseOf(command: PlannedCommand, today: string): Obstacle | null {
  const { trait } = command;
  if (isForOthers(trait))
    return { verdict: 'skipped', cause: { whose: 'author', message: trait.because, hint: null, line: null } };
  if (trait.kind !== 'skip') return null;
  if (trait.until >= today)
    return {
      verdict: 'skipped',
      cause: { whose: 'author', message: `${trait.reason} (until ${trait.until})`, hint: null, line: null },
    };
  return {
    verdict: 'failed',
    cause: {
      whose: 'author',
      message: `the skip ended on ${trait.until}: ${trait.reason}`,
      hint: 'prove it, or give a new reason and date',
      line: null,
    },
  };
}

import { isForOthers, type PlannedCommand } from '../model/plan.ts';
import type { CommandReport } from '../model/report.ts';
import type { Obstacle } from './troubles/trouble.ts';

/** The report of a command that has not been typed. */
export function untypedReport(command: PlannedCommand): CommandReport {
  return {
    id: command.id,
    line: command.place.line,
    column: command.place.column,
    endLine: command.place.endLine,
    source: command.source,
    machine: (command.alternative?.choice ?? 0) + 1,
    terminal: command.terminal ?? 1,
    depth: command.depth ?? 0,
    ran: null,
    verdict: null,
    exitStatus: null,
    pipeStatus: [],
    durationMs: 0,
    overheadMs: 0,
    output: '',
    styled: null,
    opened: null,
    expectations: [],
    bindings: {},
    prepared: [],
    notes: [],
    cause: null,
  };
}

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

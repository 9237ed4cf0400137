import type { PlannedCommand } from './plan.ts';
import type { CommandReport } from './report.ts';

/** The report of a command that has not been typed: what the plan says of it, and nothing else. */
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

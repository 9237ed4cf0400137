import type { PlannedBlock, PlannedCommand } from '../model/plan.ts';
import type { CommandReport } from '../model/report.ts';
import type { Printed } from '../values/circumstances.ts';

/** What the commands before one in its block have printed; empty where one of them did not pass or opened a shell. */
export function printedAbove(
  command: PlannedCommand,
  block: PlannedBlock,
  reports: ReadonlyMap<string, CommandReport>,
): Printed[] {
  const commands = 'commands' in block ? block.commands : [];
  const above = commands.slice(0, commands.indexOf(command)).map((one) => reports.get(one.id) ?? null);
  const printed = above.flatMap((one) =>
    one?.verdict === 'passed' && one.opened === null && one.ran !== null
      ? [{ ran: one.ran, output: one.output }]
      : [],
  );
  return printed.length === above.length ? printed : [];
}

import type { PlannedCommand } from '../../model/plan.ts';
import type { Cause } from '../../model/report.ts';

/** What is wrong when a command has left nothing to type at that should have opened a shell, and the page goes on inside; null when it doesn't. */
export function closedAtOnce({
  command,
  later,
}: {
  command: PlannedCommand;
  later: readonly PlannedCommand[];
}): Cause | null {
  if (command.trait.kind !== 'opens') return null;
  const next = later.find(({ terminal = 1 }) => terminal === (command.terminal ?? 1));
  if (next === undefined || (next.depth ?? 0) <= (command.depth ?? 0)) return null;
  return {
    whose: 'page',
    message: `opened no prompt that stays, and line ${next.place.line} is to be typed inside what it opens`,
    hint: 'is it a command that waits at a prompt?',
    line: null,
  };
}

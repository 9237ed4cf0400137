import type { Machine } from '../machine/machine.ts';
import type { Cause } from '../model/report.ts';
import { obstructedReport } from './command-report.ts';
import { commandsOf, type ReaderPath } from './paths.ts';
import type { PathResult } from './run-path.ts';

/** Whether a machine and its engine still answer; an error in a machine that doesn't is nobody's mistake. */
export async function isAlive(machine: Machine): Promise<boolean> {
  const answer = await machine.run('docker version', { timeoutMs: 10_000 }).catch(() => null);
  return answer?.exitStatus === 0;
}

/** Gives everything that a path has not reached when its machine went away the verdict that nothing is known of it. */
export function blockTheRest(path: ReaderPath, result: PathResult, error: unknown): void {
  const said = error instanceof Error ? error.message : String(error);
  const cause: Cause = {
    whose: 'engine',
    message: `the machine went away in mid-run: ${said}`,
    hint: 'see that the Docker Engine runs (npm run setup), and verify again',
    line: null,
  };
  for (const command of commandsOf(path.blocks)) {
    if (!result.commands.has(command.id))
      result.commands.set(command.id, obstructedReport(command, { verdict: 'blocked', cause }));
  }
  for (const block of path.blocks) {
    if (block.kind === 'file' && !result.files.has(block.id))
      result.files.set(block.id, { verdict: 'blocked', cause });
  }
}

import type { Machine } from '../machine/machine.ts';
import type { Cause } from '../model/report.ts';
import { obstructedReport } from './command-report.ts';
import { commandsOf, type ReaderPath } from './paths.ts';
import type { PathResult } from './walk.ts';

/** Whether a machine and its engine still answer; an error in a machine that doesn't is nobody's mistake. */
export async function isAlive(machine: Machine): Promise<boolean> {
  const answer = await machine.run('docker version', { timeoutMs: 10_000 }).catch(() => null);
  return answer?.exitStatus === 0;
}

/** Why a replay could not go on: its machine is gone, or it has become one that Seaworthy can't work with. */
export async function whyItBroke(error: unknown, machine: Machine): Promise<Cause> {
  const said = error instanceof Error ? error.message : String(error);
  if (await isAlive(machine)) {
    const message = `the replay could not go on in this machine: ${said}`;
    return {
      whose: 'machine',
      message,
      hint: 'has the page changed the shell, curl or the engine of its machine?',
      line: null,
    };
  }
  const hint = 'see that the Docker Engine runs (npm run setup), and verify again';
  return { whose: 'engine', message: `the machine went away in mid-run: ${said}`, hint, line: null };
}

/** Gives everything that a path has not reached when its replay broke the verdict that nothing is known of it. */
export function blockTheRest(path: ReaderPath, result: PathResult, cause: Cause): void {
  for (const command of commandsOf(path.blocks)) {
    if (!result.commands.has(command.id))
      result.commands.set(command.id, obstructedReport(command, { verdict: 'blocked', cause }));
  }
  for (const block of path.blocks) {
    if (block.kind === 'file' && !result.files.has(block.id))
      result.files.set(block.id, { verdict: 'blocked', cause });
  }
}

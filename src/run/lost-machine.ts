import type { Machine } from '../machine/machine.ts';
import { type Blame, somethingIsMissing } from './blame/failure.ts';
import { injuryBlame } from './blame/injury.ts';
import { obstructedReport } from './command-report.ts';
import { commandsOf, type ReaderPath } from './paths.ts';
import type { Obstacle } from './troubles/trouble.ts';
import type { PathResult } from './walk.ts';

/** Why a replay could not go on: the page has harmed its machine, or the machine is gone, or Seaworthy can't work with it. */
export async function whyItBroke(error: unknown, machine: Machine): Promise<Blame> {
  const injury = await machine.injury();
  if (injury !== null) return injuryBlame(injury);
  const said = error instanceof Error ? error.message : String(error);
  return somethingIsMissing(
    'machine',
    `the replay could not go on in this machine: ${said}`,
    'has the page changed the shell, curl or the engine of its machine?',
  );
}

/**
 * Gives everything that a path has not reached when its replay broke a verdict: what was under way is what broke it,
 * and of the rest nothing is known.
 */
export function blockTheRest(path: ReaderPath, result: PathResult, blame: Blame): void {
  let rest: Obstacle = blame;
  for (const command of commandsOf(path.blocks)) {
    const known = result.commands.get(command.id);
    if (known === undefined) result.commands.set(command.id, obstructedReport(command, rest));
    const isCulprit = known === undefined || known.cause?.message === blame.cause.message;
    if (isCulprit && rest.verdict === 'failed') rest = after(command.place.line);
  }
  for (const block of path.blocks) {
    if (block.kind === 'file' && !result.files.has(block.id)) result.files.set(block.id, rest);
  }
}

function after(line: number): Obstacle {
  const message = `line ${line} has made the machine useless`;
  return { verdict: 'not-run', cause: { whose: 'earlier', message, hint: null, line } };
}

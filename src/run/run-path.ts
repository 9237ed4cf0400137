import type { Machine } from '../machine/machine.ts';
import type { PlannedBlock, PlannedCommand } from '../model/plan.ts';
import type { Cause, CommandReport } from '../model/report.ts';
import { untypedReport } from '../model/untyped-report.ts';
import { excuseOf, obstructedReport } from './command-report.ts';
import { readEngineState } from './engine-state.ts';
import { checkUsage } from './expect/usage/check-usage.ts';
import { blameDeaths, blockUnknown } from './lives/blame-deaths.ts';
import { checkCleanUp } from './lives/clean-up.ts';
import { Detached } from './lives/detached.ts';
import { Meanwhile } from './meanwhile.ts';
import { commandsOf } from './paths.ts';
import { noteImages } from './prepare/images-seen.ts';
import { returnImages } from './prepare/prepare.ts';
import { Steady } from './prepare/steady.ts';
import { projectFolder } from './project-folder.ts';
import { takeFile } from './take-file.ts';
import { ReaderTerminals } from './terminal/reader-terminal.ts';
import { Troubles } from './troubles/troubles.ts';
import type { PathResult, PathRun, Walk } from './walk.ts';
import { endHeld, walkCommand } from './walk-command.ts';

// Within this, a container dies of a wrong start.
const settleMs = 2_000;

/**
 * Replays one way through a post, block by block, in a machine of its own. What has come out so far stands in
 * `result` at any time, so that nothing is lost when the machine goes away.
 */
export async function runPath(run: PathRun, result: PathResult): Promise<void> {
  await using terminals = new ReaderTerminals(run.machine, run.signal);
  // Ended first: nothing may be written into a result that somebody else goes on with.
  await using meanwhile = new Meanwhile();
  const steady = new Steady();
  const walk: Walk = {
    ...run,
    terminals,
    troubles: new Troubles(),
    meanwhile,
    detached: new Detached(run.machine, Math.min(settleMs, run.patienceMs), steady),
    done: [],
    said: [],
    written: new Map(),
    project: projectFolder(run.path.blocks),
    later: commandsOf(run.path.blocks),
    borrowed: new Set(),
    steady,
    held: new Map(),
  };
  for (const block of run.path.blocks) {
    run.signal.throwIfAborted();
    await walkBlock(block, walk, result);
    const ran = commandsOf([block]).map((command) => result.commands.get(command.id)?.ran ?? '');
    const now = Date.now();
    meanwhile.begin(async () => {
      await blameDeaths(walk, now);
      await noteImages(ran, walk, result.images);
    });
  }
  await meanwhile.done();
  for (const number of [...walk.held.keys()]) await endHeld(number, walk);
  await returnImages(run.machine, walk.borrowed);
  await checkCleanUp(walk, result);
  await walk.detached.settle();
  await blameDeaths(walk);
  blockUnknown(walk);
}

async function walkBlock(block: PlannedBlock, walk: Walk, result: PathResult): Promise<void> {
  switch (block.kind) {
    case 'text':
    case 'output':
      return;
    case 'file': {
      if (walk.troubles.lostToAll !== null) {
        result.files.set(block.id, walk.troubles.lostToAll);
        return;
      }
      await walk.meanwhile.done();
      const terminal = await walk.terminals.latest();
      await terminal.leaveUnannounced();
      const problem = await takeFile(block.file, walk, {
        machine: walk.machine,
        terminal,
        images: result.images,
      });
      // What is not there as shown may be for want of a step that was not done.
      const isFollowing = problem !== null && walk.troubles.any;
      const whose = isFollowing ? 'earlier' : 'page';
      const cause: Cause | null = problem === null ? null : { whose, ...problem, line: null };
      const verdict = problem === null ? 'passed' : isFollowing ? 'not-run' : 'failed';
      walk.said.push(block.file.content);
      result.files.set(block.id, { verdict, cause });
      return;
    }
    case 'usage':
      for (const command of block.commands) compareUsage(command, walk, result);
      return;
    case 'catalogue':
      return walkCatalogue(block, walk, result);
    default:
      for (const command of block.commands) await walkCommand(command, block, walk, result);
  }
}

async function walkCatalogue(
  block: PlannedBlock & { kind: 'catalogue' },
  walk: Walk,
  result: PathResult,
): Promise<void> {
  const before = new Set((await readEngineState(walk.machine)).containers.map((container) => container.id));
  for (const command of block.commands) await walkCommand(command, block, walk, result);
  // Each line stands for itself, so what these made is no part of the page's own story.
  const made = (await readEngineState(walk.machine)).containers.filter(
    (container) => !before.has(container.id),
  );
  if (made.length > 0)
    await walk.machine.run(`docker rm -f ${made.map((container) => container.id).join(' ')}`, {
      timeoutMs: 60_000,
    });
}

function compareUsage(command: PlannedCommand, walk: Walk, { commands }: PathResult): void {
  walk.later.shift();
  const excuse = excuseOf(command, walk.today);
  if (excuse !== null) {
    commands.set(command.id, obstructedReport(command, excuse));
    return;
  }
  walk.onCommand(command);
  walk.meanwhile.begin(async () => {
    commands.set(command.id, await usageReport(command, walk.machine));
  });
}

async function usageReport(command: PlannedCommand, machine: Machine): Promise<CommandReport> {
  const before = performance.now();
  const expectation = await checkUsage(command.source, command.place.line, machine);
  const cause: Cause | null =
    expectation.held === true
      ? null
      : { whose: 'page', message: expectation.message, hint: 'write it as the tool does', line: null };
  return {
    ...untypedReport(command),
    verdict: expectation.held === true ? 'passed' : 'failed',
    durationMs: performance.now() - before,
    expectations: [expectation],
    cause,
  };
}

import type { Machine } from '../machine/machine.ts';
import type { PlannedBlock, PlannedCommand } from '../model/plan.ts';
import type { Cause, CommandReport } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';
import { excuseOf, obstructedReport, untypedReport } from './command-report.ts';
import { Detached } from './detached.ts';
import { readEngineState } from './engine-state.ts';
import { checkUsage } from './expect/usage.ts';
import type { HeldCommand } from './held-command.ts';
import type { DoneCommand } from './history.ts';
import { type ImagesSeen, noteImages } from './images-seen.ts';
import { commandsOf, type ReaderPath } from './paths.ts';
import { returnImages } from './prepare.ts';
import { ReaderTerminals } from './reader-terminal.ts';
import { runCommand } from './run-command.ts';
import { type Obstacle, Troubles } from './troubles.ts';
import { writeFileWhereTerminalStands } from './write-file.ts';

/** What came of one way through a post: a report for each command by id, a verdict for each file block by id. */
export interface PathResult {
  commands: Map<string, CommandReport>;
  files: Map<string, { verdict: Verdict; cause: Cause | null }>;
  images: ImagesSeen;
}

export interface PathRun {
  path: ReaderPath;
  machine: Machine;
  images: readonly string[];
  signal: AbortSignal;
  /** ISO date of today, for excuses that end. */
  today: string;
  /** How long to look again for what was promised and is not there yet. */
  patienceMs: number;
  onCommand(command: PlannedCommand): void;
}

const hopelessMs = 1_000;

// Within this, a container dies of a wrong start.
const settleMs = 2_000;

/**
 * Replays one way through a post, block by block, in a machine of its own. What has come out so far stands in
 * `result` at any time, so that nothing is lost when the machine goes away.
 */
export async function runPath(run: PathRun, result: PathResult): Promise<void> {
  await using terminals = new ReaderTerminals(run.machine, run.signal);
  const walk: Walk = {
    ...run,
    terminals,
    troubles: new Troubles(),
    detached: new Detached(run.machine, Math.min(settleMs, run.patienceMs)),
    done: [],
    later: commandsOf(run.path.blocks),
    borrowed: new Set(),
    held: new Map(),
  };
  for (const block of run.path.blocks) {
    run.signal.throwIfAborted();
    await walkBlock(block, walk, result);
    await blameDeaths(walk);
    await noteImages(
      commandsOf([block]).map((command) => result.commands.get(command.id)?.ran ?? ''),
      walk.machine,
      result.images,
    );
  }
  for (const number of [...walk.held.keys()]) await endHeld(number, walk);
  await returnImages(run.machine, walk.borrowed);
  await walk.detached.settle();
  await blameDeaths(walk);
}

const shellNotOpen: Obstacle = {
  verdict: 'not-run',
  cause: { whose: 'earlier', message: 'the shell in which it belongs is not open', hint: null, line: null },
};

interface Walk extends PathRun {
  terminals: ReaderTerminals;
  troubles: Troubles;
  detached: Detached;
  /** What was typed so far and worked. */
  done: DoneCommand[];
  /** Commands that are still to come. */
  later: PlannedCommand[];
  /** Images that only preparations have pulled. */
  borrowed: Set<string>;
  /** Commands that keep their terminals while the page goes on in another one, by the number of the terminal. */
  held: Map<number, Held>;
}

interface Held {
  command: PlannedCommand;
  block: PlannedBlock;
  holder: HeldCommand;
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
      const problem = await writeFileWhereTerminalStands(
        block.file,
        walk.machine,
        await walk.terminals.latest(),
      );
      const cause: Cause | null =
        problem === null
          ? null
          : {
              whose: 'page',
              message: `${block.file.name} could not be written: ${problem}`,
              hint: null,
              line: null,
            };
      result.files.set(block.id, { verdict: problem === null ? 'passed' : 'failed', cause });
      return;
    }
    case 'usage':
      for (const command of block.commands)
        result.commands.set(command.id, await compareUsage(command, walk));
      return;
    case 'catalogue':
      return walkCatalogue(block, walk, result);
    default:
      for (const command of block.commands) await walkCommand(command, block, walk, result);
  }
}

async function walkCommand(
  command: PlannedCommand,
  block: PlannedBlock,
  walk: Walk,
  result: PathResult,
): Promise<void> {
  walk.later.shift();
  const obstacle = excuseOf(command, walk.today) ?? walk.troubles.obstacleTo(command, block);
  if (obstacle !== null) {
    walk.troubles.recordUntyped(command, block, obstacle);
    result.commands.set(command.id, obstructedReport(command, obstacle));
    return;
  }
  walk.onCommand(command);
  const number = command.terminal ?? 1;
  await endHeld(number, walk);
  if (walk.troubles.lostToAll !== null) {
    result.commands.set(command.id, obstructedReport(command, walk.troubles.lostToAll));
    return;
  }
  const terminal = await walk.terminals.turnTo(number);
  if (!(await terminal.leaveTo(command.depth ?? 0))) {
    result.commands.set(command.id, obstructedReport(command, shellNotOpen));
    return;
  }
  const origin = walk.troubles.originOf(command);
  // Where something before it went wrong, what is missing will hardly come by itself.
  const patienceMs = origin === null ? walk.patienceMs : Math.min(hopelessMs, walk.patienceMs);
  const { report, terminalLost, held } = await runCommand({ ...walk, terminal, command, patienceMs });
  result.commands.set(command.id, report);
  const isOwnFault = /knows no flag|has no command|no image/.test(report.cause?.message ?? '');
  if (report.verdict === 'failed' && origin !== null && !isOwnFault) Object.assign(report, origin);
  walk.troubles.record(command, block, report);
  walk.detached.record(report);
  if (report.exitStatus === 0 && report.ran !== null)
    walk.done.push({ line: command.place.line, ran: report.ran });
  if (held !== null) walk.held.set(number, { command, block, holder: held });
  if (terminalLost) await loseTerminal(number, command, walk);
}

/** A reader who comes back to a terminal ends what still runs there. */
async function endHeld(number: number, walk: Walk): Promise<void> {
  const held = walk.held.get(number);
  if (held === undefined) return;
  walk.held.delete(number);
  const { report, terminalLost } = await held.holder.end();
  if (report.verdict !== 'passed') walk.troubles.record(held.command, held.block, report);
  if (terminalLost) await loseTerminal(number, held.command, walk);
}

async function loseTerminal(number: number, { place }: PlannedCommand, walk: Walk): Promise<void> {
  await walk.terminals.close(number);
  walk.troubles.loseTerminal(place.line, `the terminal was lost at line ${place.line}`);
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

async function compareUsage(command: PlannedCommand, walk: Walk): Promise<CommandReport> {
  walk.later.shift();
  const excuse = excuseOf(command, walk.today);
  if (excuse !== null) return obstructedReport(command, excuse);
  walk.onCommand(command);
  const before = performance.now();
  const expectation = await checkUsage(command.source, command.place.line, walk.machine);
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

// Pages about exit statuses and restarts show the crash; then it is what they promise.
function showsCrash({ blocks }: ReaderPath, exitStatus: number): boolean {
  return commandsOf(blocks).some(({ expectations }) =>
    expectations.some((one) => {
      const text = one.kind === 'output' ? one.text : one.kind === 'words' ? one.words.join(' ') : '';
      return text.includes(`Exited (${exitStatus})`) || text.includes('Restarting (');
    }),
  );
}

async function blameDeaths(walk: Walk): Promise<void> {
  for (const { report, death, log } of await walk.detached.look()) {
    const message = `the container “${death.name}” died with exit status ${death.exitStatus} though it was started in the background`;
    report.expectations.push({ kind: 'stays-up', source: { line: report.line }, held: false, message });
    if (report.verdict !== 'passed' || showsCrash(walk.path, death.exitStatus)) continue;
    report.verdict = 'failed';
    report.cause = {
      whose: 'page',
      message,
      hint: log === '' ? 'look at its logs' : `its last words: ${log}`,
      line: null,
    };
  }
}

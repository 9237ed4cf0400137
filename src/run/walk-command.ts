import type { PlannedBlock, PlannedCommand } from '../model/plan.ts';
import type { Cause, CommandReport } from '../model/report.ts';
import { dockerCall } from '../shell/docker-call.ts';
import { wordsOf } from '../shell/words-of.ts';
import { ownWords } from '../values/page-words.ts';
import { isSlip } from './blame/failure.ts';
import { excuseOf, obstructedReport } from './command-report.ts';
import { failedBefore, starts } from './judge/failed-job.ts';
import { excuseNotThere } from './judge/not-there.ts';
import { printedAbove } from './printed-above.ts';
import { isRepeatable } from './repeatable.ts';
import { runCommand } from './run-command.ts';
import type { Obstacle } from './troubles/trouble.ts';
import { doubtFile } from './troubles/unsure-file.ts';
import type { PathResult, Walk } from './walk.ts';

const hopelessMs = 1_000;

const shellNotOpen: Obstacle = {
  verdict: 'not-run',
  cause: { whose: 'earlier', message: 'the shell in which it belongs is not open', hint: null, line: null },
};

/** Types the next command of a path where it belongs, or says what keeps it from being typed. */
export async function walkCommand(
  command: PlannedCommand,
  block: PlannedBlock,
  walk: Walk,
  result: PathResult,
): Promise<void> {
  walk.later.shift();
  // Looks that go on find the same while nothing changes.
  if (!onlyLooks(command) || walk.held.size > 0) await walk.meanwhile.done();
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
  const how = command.detaches ? 'detaching' : 'ending';
  const staysInside = !callsDocker(command.source);
  if (!(await terminal.leaveTo(command.depth ?? 0, { how, staysInside }))) {
    result.commands.set(command.id, obstructedReport(command, shellNotOpen));
    return;
  }
  const origin = walk.troubles.originOf(command);
  // Where something before it went wrong, what is missing will hardly come by itself.
  const patienceMs = origin === null ? walk.patienceMs : Math.min(hopelessMs, walk.patienceMs);
  const from = Date.now();
  const { report, terminalLost, held } = await runCommand({
    ...walk,
    terminal,
    command,
    patienceMs,
    above: printedAbove(command, block, result.commands),
  });
  result.commands.set(command.id, report);
  excuseNotThere(command, report);
  if (report.opened !== null && command.trait.kind !== 'opens') terminal.enteredUnannounced();
  walk.said.push(ownWords(command));
  if (report.verdict === 'failed' && origin !== null && !isSlip(report.cause)) Object.assign(report, origin);
  for (const { job, cause } of failedBefore({ command, later: walk.later }, report))
    blameStarter(job, cause, result);
  const lack = report.verdict === 'failed' ? walk.troubles.originOfLack(report) : null;
  if (lack !== null) Object.assign(report, lack);
  if (origin !== null && standsFor(report, block)) Object.assign(report, origin);
  doubtFile(command, report);
  walk.troubles.record(command, block, report);
  walk.detached.record(report, from);
  if (report.exitStatus === 0 && report.ran !== null)
    walk.done.push({ line: command.place.line, ran: report.ran });
  if (held !== null) walk.held.set(number, { command, block, holder: held });
  if (terminalLost) await loseTerminal(number, command, walk);
}

function onlyLooks({ source, placeholders }: PlannedCommand): boolean {
  return placeholders.length === 0 && isRepeatable(source);
}

function blameStarter(job: string, cause: Cause, { commands }: PathResult): void {
  const starter = [...commands.values()].findLast(({ ran }) => ran !== null && starts(ran, job));
  if (starter?.verdict === 'passed') Object.assign(starter, { verdict: 'failed', cause });
}

// What was prepared in the place of what the page could not make says nothing of the page's own; lists have none.
function standsFor({ verdict, prepared }: CommandReport, { kind }: PlannedBlock): boolean {
  return verdict === 'passed' && prepared.length > 0 && kind !== 'catalogue';
}

// A container has no Docker: who types such a command has left it.
function callsDocker(source: string): boolean {
  return wordsOf(source).some((words) => dockerCall(words) !== null);
}

/** A reader who comes back to a terminal ends what still runs there. */
export async function endHeld(number: number, walk: Walk): Promise<void> {
  const held = walk.held.get(number);
  if (held === undefined) return;
  walk.held.delete(number);
  const { report, terminalLost } = await held.holder.end();
  doubtFile(held.command, report);
  if (report.verdict !== 'passed') walk.troubles.record(held.command, held.block, report);
  if (terminalLost) await loseTerminal(number, held.command, walk);
}

async function loseTerminal(number: number, { place }: PlannedCommand, walk: Walk): Promise<void> {
  await walk.terminals.close(number);
  walk.troubles.loseTerminal(place.line, `the terminal was lost at line ${place.line}`);
}

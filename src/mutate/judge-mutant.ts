import type { Plan, PlannedBlock, PlannedCommand } from '../model/plan.ts';
import type { CommandReport, PostReport } from '../model/report.ts';
import { checkRecorded } from '../run/expect/check-expectations.ts';
import type { Outcome } from './outcome.ts';

/** The first error that a look at the broken text finds and one at the whole text does not; null when there is none. */
export function newError(whole: Plan, broken: Plan): string | null {
  const known = whole.findings.map(({ code, message }) => `${code} ${message}`);
  for (const { severity, code, message } of broken.findings) {
    const at = known.indexOf(`${code} ${message}`);
    if (at === -1 && severity === 'error') return message;
    if (at !== -1) known.splice(at, 1);
  }
  return null;
}

/**
 * What becomes of a post that differs from the whole one in nothing but what it promises of outputs: the outputs are
 * those of the whole post's run, so no other is needed. Null when what is typed, or the state it leads to, may differ.
 */
export function judgeByRecording(whole: Plan, broken: Plan, report: PostReport): Outcome | null {
  if (deedsOf(whole) !== deedsOf(broken)) return null;
  const recorded = report.blocks.flatMap((block) => block.commands);
  const before = commandsOf(whole);
  const after = commandsOf(broken);
  const reports = new Map(recorded.map((one, index) => [after[index]!.id, one]));
  for (const [index, command] of after.entries()) {
    const changed = JSON.stringify(promises(command)) !== JSON.stringify(promises(before[index]!));
    if (!changed) continue;
    if (!isJudgedByOutput(command) || reports.get(command.id)?.verdict !== 'passed') return null;
    const missed = checkRecorded(command, broken.blocks, reports).reports.find(({ held }) => held === false);
    if (missed !== undefined) return { kind: 'killed', by: 'recording', because: missed.message };
  }
  return { kind: 'survived' };
}

// What keeps the terminal is looked at while it runs; and what is meant to fail only counts by what the page shows.
function isJudgedByOutput({ trait, expectations }: PlannedCommand): boolean {
  if (trait.kind === 'meant-to-fail') return expectations.some(({ kind }) => kind === 'output');
  return trait.kind === 'plain';
}

/** The command that turned a broken post red; null when none has failed. */
export function failedCommand(commands: Iterable<CommandReport>): CommandReport | null {
  return [...commands].find(({ verdict }) => verdict === 'failed') ?? null;
}

/** What a run of a broken post to its end shows. Blocks whose hash is `unproven` say nothing in the whole post either. */
export function judgeReport(report: PostReport, unproven: ReadonlySet<string>): Outcome {
  const blocks = report.blocks.filter(({ hash }) => !unproven.has(hash));
  const failed = blocks.find((block) => block.verdict === 'failed');
  if (failed !== undefined) {
    const cause = failedCommand(failed.commands)?.cause ?? failed.cause;
    return { kind: 'killed', by: 'run', because: cause?.message ?? 'a block failed' };
  }
  const blocked = blocks.find((block) => block.verdict === 'blocked' || block.verdict === 'not-run');
  if (blocked === undefined) return { kind: 'survived' };
  const cause = blocked.commands.find(({ verdict }) => verdict !== 'passed')?.cause ?? blocked.cause;
  return { kind: 'undecided', because: cause?.message ?? 'a block was blocked' };
}

/** Commands of a plan in the order of the page. */
function commandsOf(plan: Plan): PlannedCommand[] {
  return plan.blocks.flatMap((block) => ('commands' in block ? block.commands : []));
}

// All that decides what is typed, written or asked for; not where it stands, nor what outputs should show.
function deedsOf(plan: Plan): string {
  const blocks = plan.blocks.filter(({ kind }) => kind !== 'text' && kind !== 'output');
  return JSON.stringify(blocks.map(deedOf));
}

function deedOf(block: PlannedBlock): unknown {
  if (block.kind === 'file') return [block.kind, block.section, block.file];
  if (!('commands' in block)) return [block.kind];
  return [block.kind, block.section, block.commands.map(commandDeed)];
}

function commandDeed(command: PlannedCommand): unknown {
  const { source, placeholders, trait, alternative, timeoutMs, depth, terminal, answers } = command;
  const because = undefined;
  const asked = command.expectations
    .filter(({ kind }) => kind === 'http' || kind === 'run')
    .map((one) => ({ ...one, source: undefined, sentence: undefined }));
  const choice = alternative === null ? null : alternative.choice;
  return [source, placeholders, { ...trait, because }, choice, timeoutMs, depth, terminal, answers, asked];
}

function promises(command: PlannedCommand): unknown {
  return command.expectations.map((one) =>
    one.kind === 'output' ? one.text : one.kind === 'words' ? one.words : one.kind,
  );
}

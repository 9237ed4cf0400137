import type { Alternative, Plan, PlannedBlock, PlannedCommand } from '../../model/plan.ts';
import type { BlockReport, Cause, CommandReport, PostReport } from '../../model/report.ts';
import { type Verdict, worstVerdict } from '../../model/verdict.ts';
import { plannedPostReport } from '../../report/build-report.ts';
import type { PostRun } from '../../run/run-post.ts';
import type { PathResult } from '../../run/walk.ts';
import { verdictOfUse } from './file-use.ts';
import { outputVerdict } from './output-verdict.ts';

/** A post's report from its plan and what its replay has shown. */
export function fillReport(plan: Plan, run: PostRun): PostReport {
  const planned = plannedPostReport(plan);
  const all = plan.blocks.flatMap((block) => commandsOf(block));
  const commands = new Map(all.map((command) => [command.id, commandReport(command, all, run.paths)]));
  const blocks = plan.blocks.map((block, index) =>
    fillBlock(block, planned.blocks[index]!, {
      commands,
      paths: run.paths,
      later: plan.blocks
        .slice(index + 1)
        .flatMap((next) => commandsOf(next).map(({ id }) => commands.get(id)!)),
    }),
  );
  return {
    ...planned,
    verdict: worstVerdict(blocks.map((block) => block.verdict)),
    durationMs: run.durationMs,
    machineReadyMs: run.machineReadyMs,
    images: run.images,
    leftBehind: run.leftBehind,
    blocks,
  };
}

/** A post's report when nothing on it could be run, for the same reason everywhere. */
export function blockedReport(plan: Plan, cause: Cause): PostReport {
  const planned = plannedPostReport(plan);
  const blocks = planned.blocks.map((block): BlockReport => {
    if (block.kind === 'text') return block;
    return {
      ...block,
      verdict: 'blocked',
      cause,
      commands: block.commands.map((command) => ({ ...command, notes: [], verdict: 'blocked', cause })),
    };
  });
  return { ...planned, verdict: worstVerdict(blocks.map((block) => block.verdict)), blocks };
}

function commandsOf(block: PlannedBlock): PlannedCommand[] {
  return 'commands' in block ? block.commands : [];
}

// Each command's report comes from the machine on which its alternative was taken; what all readers type must also
// have worked for those who took another choice before.
function commandReport(
  command: PlannedCommand,
  all: readonly PlannedCommand[],
  paths: PathResult[],
): CommandReport {
  const { alternative } = command;
  const path = paths[alternative?.choice ?? 0];
  const own = path?.commands.get(command.id);
  if (own === undefined) throw new Error(`no path has typed ${command.id}`);
  if (alternative?.isCase) {
    const ofCase = all.filter((one) => one.alternative?.group === alternative.group);
    return ofCase.some(({ id }) => path?.commands.get(id)?.verdict === 'failed')
      ? inNoSuchCase(own, alternative)
      : own;
  }
  if (own.verdict !== 'passed') return own;
  const elsewhere = paths
    .slice(1)
    .map((path) => path.commands.get(command.id))
    .find((report) => report?.verdict === 'failed');
  if (elsewhere === undefined) return own;
  const cause: Cause = {
    ...elsewhere.cause!,
    message: `works for a reader who takes the first choice above, but not after the alternative: ${elsewhere.cause?.message}`,
  };
  return { ...own, verdict: 'failed', cause };
}

// What is for readers who have run into something can't be held against a page on which nobody has, nor can what follows
// from it in the same case.
function inNoSuchCase(own: CommandReport, { because }: Alternative): CommandReport {
  if (own.verdict !== 'failed' && own.verdict !== 'not-run') return own;
  const what = own.verdict === 'failed' ? 'the command' : 'another command of the same case';
  const why = own.verdict === 'failed' && own.cause !== null ? `: ${own.cause.message}` : '';
  const message = `${because} It is for readers in that case only; here it was not so, and ${what} did not work${why}`;
  return {
    ...own,
    verdict: 'skipped',
    cause: { whose: 'author', message, hint: own.cause?.hint ?? null, line: null },
  };
}

function fillBlock(
  block: PlannedBlock,
  planned: BlockReport,
  {
    commands,
    paths,
    later,
  }: { commands: Map<string, CommandReport>; paths: PathResult[]; later: CommandReport[] },
): BlockReport {
  switch (block.kind) {
    case 'text':
      return planned;
    case 'file': {
      const path = paths[block.alternative?.choice ?? 0];
      const written = path?.files.get(block.id) ?? notReached;
      // The readers who save it see what it does on their own way.
      const seen =
        block.alternative === undefined
          ? later
          : later.flatMap((command) => path?.commands.get(command.id) ?? []);
      const use = written.verdict === 'passed' ? verdictOfUse(block, seen) : null;
      return { ...planned, ...(use ?? written) };
    }
    case 'output':
      return { ...planned, ...outputVerdict(block, block.of === null ? undefined : commands.get(block.of)) };
    default: {
      const reports = block.commands.map((command) => commands.get(command.id)!);
      return {
        ...planned,
        verdict: worstVerdict(reports.map((report) => report.verdict)),
        commands: reports,
      };
    }
  }
}

const notReached: { verdict: Verdict; cause: Cause } = {
  verdict: 'not-run',
  cause: { whose: 'earlier', message: 'was not reached', hint: null, line: null },
};

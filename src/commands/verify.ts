import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { type CheckedSite, checkPosts } from '../build/check-posts.ts';
import { proofFileOf } from '../build/load-proof.ts';
import { findMachineEngine } from '../machine/engines.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plan } from '../model/plan.ts';
import type { PostReport, Report } from '../model/report.ts';
import { exitCodeOf, plannedPostReport, summarise } from '../report/build-report.ts';
import { formatAnnotations, withoutWorkflowCommands } from '../report/github.ts';
import { formatFindings } from '../report/message.ts';
import { formatReport } from '../report/terminal/terminal.ts';
import { formatPlan } from '../report/terminal/terminal-plan.ts';
import type { CommandContext, ExitCode } from './context.ts';
import { expiredSkips } from './expired-skips.ts';
import { onlyLastBlock, planUpToLine } from './verify/only-block.ts';
import { recordProof } from './verify/record-proof.ts';
import { replayAll, type VerifiedPosts } from './verify/replay-all.ts';
import { toolVersion } from './verify/tool-version.ts';
import type { VerifyArguments } from './verify/verify-arguments.ts';
import { problemWithFiles, writeReports } from './verify/write-reports.ts';
import { sweepUnfinished } from './write-whole.ts';

/** Replays posts and says what holds: the report, the summary on stdout, proofs when asked, and the exit code. */
export async function runVerify(options: VerifyArguments, context: CommandContext): Promise<ExitCode> {
  const startedAt = context.now();
  const problem = problemWithFiles(options, context);
  if (problem !== null) return refuse(problem, context);
  const engine = await findMachineEngine(context.home, options.engine);
  if (typeof engine === 'string') return refuse(engine, context);
  const site = await checkPosts(options.paths, {
    cwd: context.cwd,
    drafts: true,
    cacheFolder: context.cacheFolder,
  });
  if (site.isUsageError) return tellFindings(site.findings, context, 2);
  const plans = plansOf(site, options.block);
  if (!Array.isArray(plans)) return refuse(plans, context);
  // A replay says the same of each command.
  if (options.dryRun) site.findings.push(...expiredSkips(plans, context.now().toISOString().slice(0, 10)));
  else await sweepAll(site, context);
  const replayed = options.dryRun
    ? dryRun(plans)
    : await replayAll(plans, site, { ...options, engine }, context);
  if (context.signal.aborted) return 130;
  const report = finishReport({
    ...replayed,
    posts: withFindings(replayed.posts, site),
    startedAt,
    context,
    only: options.block !== null,
  });
  // What was found is told first: a full disk must not take it away.
  tell(report, site, options, context);
  await writeReports(report, options, context);
  if (options.record) await recordAll(report, site, context);
  if (options.dryRun) return exitOfDryRun(report);
  return exitCodeOf(report, { allowBlocked: options.allowBlocked });
}

function refuse(problem: string, context: CommandContext): ExitCode {
  context.stderr(`${problem}\n`);
  return 2;
}

async function sweepAll(site: CheckedSite, context: CommandContext): Promise<void> {
  const targets = site.posts.map(({ post }) => proofFileOf(post.file));
  for (const target of [...targets, path.join(context.cwd, '.seaworthy', 'report.json')])
    await sweepUnfinished(target);
}

function plansOf(site: CheckedSite, block: number | null): Plan[] | string {
  const plans = site.posts.map((post) => post.plan);
  if (block === null) return plans;
  const cut = plans.map((plan) => planUpToLine(plan, block));
  return cut.find((one) => typeof one === 'string') ?? cut.filter((one) => typeof one !== 'string');
}

function dryRun(plans: readonly Plan[]): VerifiedPosts {
  return { posts: plans.map(plannedPostReport), engine: null };
}

function withFindings(posts: PostReport[], site: CheckedSite): PostReport[] {
  return posts.map((post) => ({
    ...post,
    findings: site.findings.filter((finding) => finding.place.path === post.path),
  }));
}

function finishReport(
  parts: VerifiedPosts & { startedAt: Date; context: CommandContext; only: boolean },
): Report {
  const posts = parts.only ? parts.posts.map(onlyLastBlock) : parts.posts;
  return {
    version: 1,
    tool: `seaworthy ${toolVersion(parts.context.home)}`,
    startedAt: parts.startedAt.toISOString(),
    durationMs: parts.context.now().getTime() - parts.startedAt.getTime(),
    engine: parts.engine,
    summary: summarise(posts),
    ...(parts.repeats === undefined ? {} : { repeats: parts.repeats }),
    posts,
  };
}

const notRecorded = 'not written: the one that is there can’t be read; mend or remove it';

async function recordAll(report: Report, site: CheckedSite, context: CommandContext): Promise<void> {
  if (report.engine === null) return context.stderr('nothing was run, so no proof is recorded\n');
  for (const post of report.posts) {
    const file = site.posts.find((candidate) => candidate.post.path === post.path)?.post.file;
    if (file === undefined || post.blocks.every((block) => block.kind === 'text')) continue;
    const done = await recordProof(post, file, report.engine, post.unchangedSince ?? report.startedAt);
    const what = done === 'unreadable' ? notRecorded : done;
    context.stderr(`${post.path}: proof ${what}\n`);
  }
}

function tell(report: Report, site: CheckedSite, options: VerifyArguments, context: CommandContext): void {
  const look = { color: context.color, columns: context.columns };
  const findings = site.findings.length > 0 ? `${formatFindings(site.findings, look)}\n` : '';
  const text = findings + (options.dryRun ? formatPlan(report, look) : formatReport(report, look));
  const isWorkflow = context.env.GITHUB_ACTIONS === 'true';
  context.stdout(isWorkflow ? withoutWorkflowCommands(text, randomBytes(16).toString('hex')) : text);
  if (isWorkflow) context.stdout(formatAnnotations(report));
}

function tellFindings(findings: Diagnostic[], context: CommandContext, code: ExitCode): ExitCode {
  context.stderr(formatFindings(findings, { color: context.color }));
  return code;
}

function exitOfDryRun(report: Report): ExitCode {
  if (report.posts.some((post) => post.findings.some((finding) => finding.severity === 'error'))) return 1;
  return report.summary.blocks === report.summary.text ? 2 : 0;
}

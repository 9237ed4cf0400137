import { makePlan } from '../../blocks/make-plan.ts';
import { allOrFirstError } from '../../lib/all-or-first-error.ts';
import { parseMarkdown } from '../../markdown/parse.ts';
import type { Plan } from '../../model/plan.ts';
import type { PostReport } from '../../model/report.ts';
import type { Post } from '../../model/site.ts';
import { judgeByRecording, newError } from '../../mutate/judge-mutant.ts';
import { type Mutant, mutate } from '../../mutate/mutant.ts';
import type { Outcome, Result } from '../../mutate/outcome.ts';
import { provableMutants, unprovenHashes, withoutBlocks } from '../../mutate/provable.ts';
import { replayBroken, replayWhole, type Stage } from '../verify/replay-plan.ts';

/** A post that passes, with what is needed to judge broken versions of it. */
export interface WholePost {
  post: Post;
  /** What is run of it. */
  plan: Plan;
  /** What that plan's run has shown. */
  report: PostReport;
  /** Hashes of the blocks that can't be proven here. */
  unproven: ReadonlySet<string>;
  /** Those that are left out when the post is run: all of them, or none where the rest needs them. */
  leftOut: ReadonlySet<string>;
}

/** Outcomes that earlier runs have shown, and where this run's go. */
export interface Memory {
  find(mutant: Mutant): Outcome | null;
  put(result: Result): Promise<void>;
}

/**
 * Replays the whole post. A sentence when a post fails as it is, which makes it useless to break it. What is blocked
 * is left out from then on, as long as the rest passes without it.
 */
export async function provePost(post: Post, plan: Plan, stage: Stage): Promise<WholePost | string> {
  const report = await replayWhole(plan, stage);
  const failed = report.blocks.find(({ verdict }) => verdict === 'failed');
  if (failed !== undefined) {
    const cause = failed.commands.find(({ verdict }) => verdict === 'failed')?.cause ?? failed.cause;
    return `${post.path}:${failed.line} fails as it is, and only a post that passes can be broken: ${cause?.message}`;
  }
  const unproven = unprovenHashes(report);
  if (unproven.size === 0) return { post, plan, report, unproven, leftOut: unproven };
  const rest = withoutBlocks(plan, unproven);
  const restReport = await replayWhole(rest, stage);
  return restReport.verdict === 'passed'
    ? { post, plan: rest, report: restReport, unproven, leftOut: unproven }
    : { post, plan, report, unproven, leftOut: new Set() };
}

/** The mutants of a whole post that can show something, and the number of the others. */
export function provableOf(
  whole: WholePost,
  plan: Plan,
  mutants: readonly Mutant[],
): ReturnType<typeof provableMutants> {
  return provableMutants(mutants, plan, whole.unproven);
}

/** Judges each mutant, those first that need no run; `jobs` of the others at a time. */
export async function judgeMutants(
  mutants: readonly Mutant[],
  whole: WholePost,
  options: { stage: Stage; jobs: number; memory: Memory; onResult(result: Result): void },
): Promise<Result[]> {
  const results = mutants.map((mutant) => ({
    mutant,
    outcome: judgeUnrun(whole, mutant) ?? options.memory.find(mutant),
  }));
  const waiting = results.filter(({ outcome }) => outcome === null);
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      options.stage.signal.throwIfAborted();
      const { mutant } = next;
      const outcome = await replayBroken(brokenPlan(whole, mutant), whole.unproven, options.stage);
      next.outcome = outcome;
      await options.memory.put({ mutant, outcome });
      options.onResult({ mutant, outcome });
    }
  };
  await allOrFirstError(Array.from({ length: options.jobs }, work));
  return results as Result[];
}

/** How many of the mutants need a run of their own. */
export function countRuns(mutants: readonly Mutant[], whole: WholePost, memory: Memory): number {
  return mutants.filter((mutant) => judgeUnrun(whole, mutant) === null && memory.find(mutant) === null)
    .length;
}

function judgeUnrun(whole: WholePost, mutant: Mutant): Outcome | null {
  const broken = brokenPlan(whole, mutant);
  const error = newError(whole.plan, broken);
  if (error !== null) return { kind: 'killed', by: 'check', because: error };
  return judgeByRecording(whole.plan, broken, whole.report);
}

function brokenPlan({ post, leftOut }: WholePost, mutant: Mutant): Plan {
  const source = mutate(post.source, mutant);
  const tree = parseMarkdown(source, { math: post.frontMatter.math });
  return withoutBlocks(makePlan({ path: post.path, source, tree }), leftOut);
}

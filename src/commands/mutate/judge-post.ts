import path from 'node:path';
import type { CheckedPost } from '../../build/check-posts.ts';
import { countOf } from '../../lib/count-of.ts';
import { setAside } from '../../mutate/equivalents.ts';
import { formatMutant, type MutationSummary } from '../../mutate/format-mutation.ts';
import { keptPost } from '../../mutate/kept-results.ts';
import type { Result } from '../../mutate/outcome.ts';
import { withoutBlocks } from '../../mutate/provable.ts';
import type { CommandContext } from '../context.ts';
import type { Stage } from '../verify/replay-plan.ts';
import { type BrokenPost, chosen } from './broken-post.ts';
import { type MutantStore, memoryOf } from './mutant-store.ts';
import type { MutateArguments } from './mutate-arguments.ts';
import { countRuns, judgeMutants, provableOf, provePost, type WholePost } from './mutate-post.ts';

/** With what the posts of a mutation test are judged, one after the other. */
export interface Judging {
  options: MutateArguments;
  context: CommandContext;
  stage: Stage;
  jobs: number;
  store: MutantStore;
  summary: MutationSummary;
}

/** Breaks a post in all ways that were chosen, adds what came of it to the summary; false when it fails as it is. */
export async function judgePost(broken: BrokenPost, judging: Judging): Promise<boolean> {
  const { context, summary, stage, jobs } = judging;
  const { post, plan } = broken.checked;
  const { real, equivalent, unused } = setAside(broken.mutants, broken.equivalents);
  const whole = await wholePost(broken.checked, judging);
  if (typeof whole === 'string') {
    context.stderr(`${whole}\n`);
    return false;
  }
  const { provable, excluded } = provableOf(whole, plan, real);
  const mutants = chosen(provable, judging.options);
  const memory = memoryOf(keptPost(judging.store.kept, post.path, post.source), judging.store);
  const runs = countRuns(mutants, whole, memory);
  context.stderr(`${post.path}: ${countOf(mutants.length, 'mutant')}, ${runs} to be run\n`);
  let done = 0;
  const onResult = ({ mutant, outcome }: Result): void => {
    done += 1;
    const because = 'because' in outcome ? ` (${outcome.because})` : '';
    context.stderr(`${done}/${runs} ${outcome.kind} ${formatMutant(post.path, mutant)}${because}\n`);
  };
  const results = await judgeMutants(mutants, whole, { stage, jobs, memory, onResult });
  summary.results.push(...results.map((result) => ({ path: post.path, result })));
  summary.excluded += excluded;
  summary.equivalent += equivalent.length;
  const shownFile = path.relative(context.cwd, broken.equivalentsFile);
  summary.unused.push(...unused.map(({ line }) => `${shownFile}:${line}`));
  return true;
}

// How the post runs as it is: kept from the last time, or found out now.
async function wholePost(
  { post, plan }: CheckedPost,
  { context, stage, store }: Judging,
): Promise<WholePost | string> {
  const kept = keptPost(store.kept, post.path, post.source);
  if (kept.whole !== null) {
    const leftOut = new Set(kept.whole.leftOut);
    const unproven = new Set(kept.whole.unproven);
    return { post, plan: withoutBlocks(plan, leftOut), report: kept.whole.report, unproven, leftOut };
  }
  context.stderr(`${post.path}: running it as it is\n`);
  const whole = await provePost(post, plan, stage);
  if (typeof whole === 'string') return whole;
  const { report, unproven, leftOut } = whole;
  kept.whole = { report, unproven: [...unproven], leftOut: [...leftOut] };
  await store.save();
  return whole;
}

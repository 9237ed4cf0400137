import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';
import type { Plan } from '../model/plan.ts';
import type { PostReport } from '../model/report.ts';
import { worstVerdict } from '../model/verdict.ts';

/** The plan up to the block that holds a line: what it needs comes before it. A finding when no block is there. */
export function planUpToLine(plan: Plan, line: number): Plan | Diagnostic {
  const index = plan.blocks.findIndex(({ place }) => line >= place.line && line <= place.endLine);
  if (index !== -1) return { ...plan, blocks: plan.blocks.slice(0, index + 1) };
  const lines = plan.blocks.map(({ place }) => place.line).join(', ');
  return diagnostic(
    'post-without-blocks',
    pointAt(plan.path, line),
    `no block stands at line ${line}`,
    lines === '' ? 'the post has no blocks' : `blocks begin at the lines ${lines}`,
  );
}

/**
 * The report of such a run without the blocks before the asked one, whose verdicts were not asked for; those that did
 * not pass stay, since the asked one may fail because of them.
 */
export function onlyLastBlock(report: PostReport): PostReport {
  const blocks = report.blocks.filter((block, index) => {
    const isAsked = index === report.blocks.length - 1;
    return isAsked || (block.verdict !== null && block.verdict !== 'passed');
  });
  return { ...report, blocks, verdict: worstVerdict(blocks.map((block) => block.verdict)) };
}

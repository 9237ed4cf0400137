import type { Plan } from '../../model/plan.ts';
import type { PostReport } from '../../model/report.ts';
import { worstVerdict } from '../../model/verdict.ts';

/** The plan up to the block that holds a line: what it needs comes before it. A sentence when no block is there. */
export function planUpToLine(plan: Plan, line: number): Plan | string {
  const index = plan.blocks.findIndex(({ place }) => line >= place.line && line <= place.endLine);
  if (index !== -1) return { ...plan, blocks: plan.blocks.slice(0, index + 1) };
  const lines = plan.blocks.map(({ place }) => place.line).join(', ');
  return `${plan.path}: no block stands at line ${line}; ${lines === '' ? 'the post has no blocks' : `its blocks begin at the lines ${lines}`}`;
}

/**
 * The report of such a run without the blocks before the asked one, whose verdicts were not asked for. When the asked
 * one did not pass, those that did not pass either stay: it may be because of them.
 */
export function onlyLastBlock(report: PostReport): PostReport {
  const asked = report.blocks.at(-1);
  // The output shown in a block of its own is that of the commands before it.
  const typed =
    asked?.commands.length === 0 ? report.blocks.findLast((block) => block.commands.length > 0) : undefined;
  const blocks = report.blocks.filter((block) => {
    if (block === asked || block === typed) return true;
    return asked?.verdict !== 'passed' && block.verdict !== null && block.verdict !== 'passed';
  });
  return { ...report, blocks, verdict: worstVerdict(blocks.map((block) => block.verdict)) };
}

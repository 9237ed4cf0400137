import type { Block } from '../../model/block.ts';
import type { PlannedExpectation } from '../../model/plan.ts';
import { isOutputComment, outputOf } from '../../shell/output-comment.ts';
import type { ShellComment } from '../../shell/parse-shell.ts';
import type { BlockContext } from '../block-context.ts';
import type { Cut } from '../cut/cut.ts';
import { placeInBlock } from '../reading/source-lines.ts';
import { failing } from '../traits/failing.ts';
import { looksLikeFailure } from './output-look.ts';
import { printsOthers } from './prints-others.ts';

/** Expects what a comment below or behind a command says that it prints (`# Output: …`). */
export function addCommentOutputs(cuts: Cut[], context: BlockContext): void {
  const { comments } = context.shell;
  for (const [index, comment] of comments.entries()) {
    if (!isOutputComment(comment.text)) continue;
    const cut = cuts.findLast((one) => one.end <= comment.start);
    if (cut === undefined) continue;
    const shown = shownBy(comments.slice(index), context.block.text);
    if (shown === null) continue;
    cut.planned.expectations.push(commentOutput(context.block, shown));
    if (!comment.ownLine && cut.planned.comment === comment.text) cut.planned.comment = null;
    if (looksLikeFailure(shown.text) && !printsOthers(cut, shown.text))
      cut.planned.trait = failing('The output that its comment shows is an error.');
  }
}

function shownBy(
  comments: readonly ShellComment[],
  text: string,
): { start: number; end: number; text: string } | null {
  const [first, ...others] = comments as [ShellComment, ...ShellComment[]];
  const rest = outputOf(first.text) ?? first.text;
  if (rest !== '') return { start: first.start, end: first.end, text: rest };
  const lines: ShellComment[] = [];
  let end = first.end;
  for (const comment of others) {
    if (!comment.ownLine || !/^\n[^\S\n]*$/.test(text.slice(end, comment.start))) break;
    lines.push(comment);
    end = comment.end;
  }
  if (lines.length === 0) return null;
  return {
    start: lines[0]!.start,
    end,
    text: lines.map((line) => text.slice(line.start, line.end).replace(/^# ?/, '')).join('\n'),
  };
}

function commentOutput(
  block: Block,
  shown: { start: number; end: number; text: string },
): PlannedExpectation {
  return {
    kind: 'output',
    source: placeInBlock(block, shown.start, shown.end),
    text: shown.text,
    from: 'comment',
  };
}

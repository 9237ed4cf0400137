import type { Block } from '../../model/block.ts';
import { isOutputComment } from '../../shell/output-comment.ts';
import type { ParsedShell, ShellComment } from '../../shell/parse-shell.ts';
import { isOr } from '../alternatives/alternatives.ts';
import type { PageNames } from '../names/page-names.ts';
import { type Cut, cutCommand } from './cut.ts';

/** Cuts shell text without prompts into one command a statement. */
export function cutStatements(block: Block, shell: ParsedShell, names: PageNames): Cut[] {
  return shell.statements.map((statement, index) => {
    const next = shell.statements[index + 1];
    const comment = commentFor(block.text, shell.comments, {
      statement,
      next: next?.start ?? block.text.length,
    });
    return cutCommand(block, {
      ...statement,
      commands: statement.commands,
      comment,
      names,
      masked: shell.placeholders,
      index,
    });
  });
}

// The comment behind a statement, else the one on the line above it.
function commentFor(
  text: string,
  comments: readonly ShellComment[],
  at: { statement: { start: number; end: number }; next: number },
): string | null {
  const behind = comments.find(
    (one) =>
      !one.ownLine &&
      one.start >= at.statement.end &&
      one.start < at.next &&
      !text.slice(at.statement.end, one.start).includes('\n'),
  );
  if (behind !== undefined) return behind.text;
  const above = comments.findLast((one) => one.ownLine && one.end <= at.statement.start);
  if (above === undefined || !/^\n[^\S\n]*$/.test(text.slice(above.end, at.statement.start))) return null;
  return above.text === '' || isOr(above.text) || isOutputComment(above.text) ? null : above.text;
}

import type { Statement, SyntaxNode } from 'unbash';
import type { Seen, SimpleCommand } from './walk-script.ts';

/** One complete command as a reader types it, here-documents and continuation lines included. */
export interface ShellStatement {
  readonly start: number;
  readonly end: number;
  /** Whether it ends with `&`. */
  readonly background: boolean;
  /** Whether its exit status is its own (`if`, `until`, a function's definition …), not that of the pipeline run last. */
  readonly compound: boolean;
  readonly commands: readonly SimpleCommand[];
}

/** A statement that is still being put together. */
interface OpenStatement extends Pick<ShellStatement, 'start'> {
  end: number;
  background: boolean;
  compound: boolean;
  commands: SimpleCommand[];
}

/**
 * The parser's statements as a reader types them: with their here-documents, and `a & b` on one line as one. Each gets
 * the simple commands that lie in it.
 */
export function mergeStatements(nodes: readonly Statement[], seen: Seen, text: string): ShellStatement[] {
  const merged: OpenStatement[] = [];
  for (const node of nodes) {
    const end = Math.min(text.length, statementEnd(node, seen));
    if (end <= node.pos) continue;
    const last = merged.at(-1);
    if (last !== undefined && belongsTo(last, node, text)) {
      last.end = Math.max(last.end, end);
      last.background = node.background === true;
      last.compound = isCompound(node);
    } else {
      const background = node.background === true;
      merged.push({ start: node.pos, end, background, compound: isCompound(node), commands: [] });
    }
  }
  assignCommands(merged, seen.commands);
  return merged;
}

const compounds = new Set<string>('If While For ArithmeticFor Select Case BraceGroup Function'.split(' '));

function isCompound(node: SyntaxNode): boolean {
  if (node.type === 'Statement') return node.background === true || isCompound(node.command);
  if (node.type === 'Redirected') return isCompound(node.command);
  if (node.type === 'AndOr') return node.commands.some(isCompound);
  return compounds.has(node.type);
}

// Both are in the order of the text.
function assignCommands(statements: readonly OpenStatement[], commands: SimpleCommand[]): void {
  let at = 0;
  for (const command of commands.toSorted((a, b) => a.start - b.start)) {
    while (at < statements.length && statements[at]!.end <= command.start) at++;
    if (at < statements.length && command.start >= statements[at]!.start)
      statements[at]!.commands.push(command);
  }
}

function statementEnd(node: Statement, seen: Seen): number {
  const here = seen.hereEnds.filter((one) => one.pos >= node.pos && one.pos < node.end).map((one) => one.end);
  return Math.max(node.end, ...here);
}

function belongsTo(last: ShellStatement, node: Statement, text: string): boolean {
  if (node.pos < last.end) return true;
  return last.background && !text.slice(last.end, node.pos).includes('\n');
}

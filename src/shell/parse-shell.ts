import { forEachChild, type ParsedScript, parse, type Statement, type SyntaxNode } from 'unbash';
import { maskPlaceholders, type PlaceholderRange } from './mask-placeholders.ts';
import { withinStack } from './within-stack.ts';

/** One word of a simple command: `text` has its quotes removed, the offsets include them. */
export interface ShellWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A simple command within a statement: `docker ps` in `docker ps | wc -l`. */
export interface SimpleCommand {
  readonly words: readonly ShellWord[];
  readonly start: number;
  readonly end: number;
  /** Depth of substitutions and compound commands around it; 0 for a stage of the statement itself. */
  readonly depth: number;
}

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

/** A comment from its `#` to the end of its line; `text` is what follows the `#`, trimmed. */
export interface ShellComment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether only blanks stand before it on its line. */
  readonly ownLine: boolean;
}

export interface ParsedShell {
  readonly statements: readonly ShellStatement[];
  readonly comments: readonly ShellComment[];
  readonly placeholders: readonly Readonly<PlaceholderRange>[];
  /** The first thing Bash would stumble over; null when all of it parses. */
  readonly error: { readonly offset: number; readonly message: string } | null;
}

// Many rules ask for the same texts of a page. So many are remembered, then all are forgotten.
const mostKnown = 200;
const known = new Map<string, ParsedShell>();

/**
 * Cuts Bash text into statements and comments. All offsets are UTF-16 indexes into `text`. Never throws. What it gives
 * for the same text may be the same object, which is why nobody can change it.
 */
export function parseShell(text: string): ParsedShell {
  const before = known.get(text);
  if (before !== undefined) return before;
  const parsed = parseAnew(text);
  if (known.size >= mostKnown) known.clear();
  known.set(text, parsed);
  return parsed;
}

function parseAnew(text: string): ParsedShell {
  const { masked, placeholders } = maskPlaceholders(text);
  const tooDeep = { offset: 0, message: 'it is nested too deeply' };
  return withinStack(
    () => cutUp(text, masked, placeholders),
    () => ({ statements: [], comments: [], placeholders, error: tooDeep }),
  );
}

function cutUp(text: string, masked: string, placeholders: PlaceholderRange[]): ParsedShell {
  const script = parse(masked);
  const seen: Seen = { covered: [], errors: [...(script.errors ?? [])], commands: [], hereEnds: [] };
  for (const statement of script.commands) visit(statement, seen, { depth: 0, source: text });
  return {
    statements: mergeStatements(script.commands, seen, text),
    comments: findComments(masked, text, seen.covered),
    placeholders,
    error: firstError(seen, text.length),
  };
}

interface Range {
  start: number;
  end: number;
}

interface Seen {
  covered: Range[];
  errors: { message: string; pos: number }[];
  commands: SimpleCommand[];
  hereEnds: { pos: number; end: number }[];
}

function visit(node: SyntaxNode, seen: Seen, at: { depth: number; source: string }): void {
  if (node.type === 'Word' || node.type === 'Assignment' || node.type === 'HereDocDelimiter')
    cover(node, seen);
  if (node.type === 'HereDoc') coverHereDocument(node, seen);
  if (node.type === 'Command') seen.commands.push(simpleCommand(node, at));
  const depth = at.depth + (deepens(node) ? 1 : 0);
  if (node.type === 'CommandExpansion' && node.text.startsWith('`')) return;
  forEachChild(node, (child) => {
    if (child.type === 'Script') seen.errors.push(...((child as ParsedScript).errors ?? []));
    visit(child, seen, { depth, source: at.source });
  });
}

function deepens(node: SyntaxNode): boolean {
  return node.type === 'Script' || node.type === 'CompoundList' || node.type === 'Function';
}

function cover(node: { pos: number; end: number }, seen: Seen): void {
  seen.covered.push({ start: node.pos, end: node.end });
}

function coverHereDocument(node: Extract<SyntaxNode, { type: 'HereDoc' }>, seen: Seen): void {
  const end = node.closing?.end ?? node.body.end;
  seen.covered.push({ start: node.body.pos, end });
  seen.hereEnds.push({ pos: node.pos, end });
  if (node.closing === undefined) {
    seen.errors.push({
      message: `here-document is never closed by ${node.delimiter?.value ?? 'its word'}`,
      pos: node.pos,
    });
  }
}

function simpleCommand(
  node: Extract<SyntaxNode, { type: 'Command' }>,
  at: { depth: number; source: string },
): SimpleCommand {
  const parts = [...(node.name === undefined ? [] : [node.name]), ...node.args];
  const words = parts.map((part) => ({
    text: wordText(part, at.source),
    start: part.pos,
    end: part.end,
  }));
  return { words, start: node.pos, end: node.end, depth: at.depth };
}

// The parser saw the masked text; a placeholder's own letters are in the source.
function wordText(part: { type: string; pos: number; end: number; value?: unknown }, source: string): string {
  const raw = source.slice(part.pos, part.end);
  if (part.type !== 'Word' || typeof part.value !== 'string') return raw;
  return /[<[]|\$\$\w+\$\$/.test(raw) ? raw.replace(/^(["'])(.*)\1$/s, '$2') : part.value;
}

/** A statement that is still being put together. */
interface OpenStatement extends Pick<ShellStatement, 'start'> {
  end: number;
  background: boolean;
  compound: boolean;
  commands: SimpleCommand[];
}

function mergeStatements(nodes: readonly Statement[], seen: Seen, text: string): ShellStatement[] {
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

function findComments(masked: string, text: string, covered: Range[]): ShellComment[] {
  const ranges = [...covered].sort((a, b) => a.start - b.start);
  const comments: ShellComment[] = [];
  let next = 0;
  let position = masked.indexOf('#');
  while (position !== -1) {
    while (next < ranges.length && ranges[next]!.end <= position) next++;
    const inside = next < ranges.length && ranges[next]!.start <= position;
    let end = position + 1;
    if (!inside && /^$|[\s;&|()]/.test(masked[position - 1] ?? '')) {
      const comment = commentAt(text, position);
      comments.push(comment);
      end = comment.end;
    } else if (inside) {
      end = Math.max(end, ranges[next]!.end);
    }
    position = masked.indexOf('#', end);
  }
  return comments;
}

function commentAt(text: string, start: number): ShellComment {
  const newline = text.indexOf('\n', start);
  const end = newline === -1 ? text.length : newline;
  const before = text.slice(text.lastIndexOf('\n', start) + 1, start);
  return { start, end, text: text.slice(start + 1, end).trim(), ownLine: before.trim() === '' };
}

function firstError(seen: Seen, length: number): ParsedShell['error'] {
  const first = seen.errors.toSorted((a, b) => a.pos - b.pos)[0];
  return first === undefined ? null : { offset: Math.min(first.pos, length), message: first.message };
}

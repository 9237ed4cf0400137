import { forEachChild, type ParsedScript, type SyntaxNode } from 'unbash';

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

/** A stretch of the text, in UTF-16 offsets. */
export interface Range {
  start: number;
  end: number;
}

/** What a walk through the parser's tree has come by. */
export interface Seen {
  /** Words and here-documents, in which `#` begins no comment. */
  covered: Range[];
  errors: { message: string; pos: number }[];
  commands: SimpleCommand[];
  /** Where here-documents begin (`<<`) and end; the parser's statements end before them. */
  hereEnds: { pos: number; end: number }[];
}

/** Walks through the tree of a script; `source` is its text with placeholders as written. */
export function walkScript(script: ParsedScript, source: string): Seen {
  const seen: Seen = { covered: [], errors: [...(script.errors ?? [])], commands: [], hereEnds: [] };
  for (const statement of script.commands) visit(statement, seen, { depth: 0, source });
  return seen;
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

import { forEachChild, parse, type SyntaxNode } from 'unbash';
import { maskPlaceholders } from './mask-placeholders.ts';
import { parseShell } from './parse-shell.ts';
import { programWords } from './program-words.ts';
import { hasPrompts, splitTranscript } from './transcript.ts';
import { withinStack } from './within-stack.ts';

export type ShellTokenKind =
  | 'command'
  | 'flag'
  | 'argument'
  | 'string'
  | 'variable'
  | 'operator'
  | 'keyword'
  | 'comment'
  | 'number'
  | 'heredoc'
  | 'placeholder'
  | 'prompt'
  | 'output';

/** A coloured stretch of shell text, in UTF-16 offsets. */
export interface ShellToken {
  start: number;
  end: number;
  kind: ShellTokenKind;
}

/** The tokens of shell text or of a transcript with prompts: in order, never overlapping. Never throws. */
export function shellTokens(text: string): ShellToken[] {
  return hasPrompts(text) ? transcriptTokens(text) : bashTokens(text);
}

function transcriptTokens(text: string): ShellToken[] {
  const { entries, comments } = splitTranscript(text);
  const tokens: ShellToken[] = comments.map(({ start, end }) => ({ start, end, kind: 'comment' }));
  for (const entry of entries) {
    const whole = bashTokens(entry.command);
    let offset = 0;
    for (const [index, line] of entry.lines.entries()) {
      const promptStart = index === 0 ? entry.promptStart : text.lastIndexOf('\n', line.start - 1) + 1;
      tokens.push({
        start: promptStart,
        end: promptStart + text.slice(promptStart, line.start).trimEnd().length,
        kind: 'prompt',
      });
      const length = line.end - line.start;
      tokens.push(...shifted(whole, { from: offset, to: offset + length, by: line.start - offset }));
      offset += length + 1;
    }
    if (entry.output !== null) tokens.push({ ...entry.output, kind: 'output' });
  }
  return ordered(tokens, text.length);
}

function shifted(tokens: ShellToken[], window: { from: number; to: number; by: number }): ShellToken[] {
  return tokens
    .filter((token) => token.start < window.to && token.end > window.from)
    .map(({ start, end, kind }) => ({
      start: Math.max(start, window.from) + window.by,
      end: Math.min(end, window.to) + window.by,
      kind,
    }));
}

function bashTokens(text: string): ShellToken[] {
  const { masked, placeholders } = maskPlaceholders(text);
  const tokens: ShellToken[] = parseShell(text).comments.map(({ start, end }) => ({
    start,
    end,
    kind: 'comment',
  }));
  const nodes = withinStack(
    () => nodeTokens(masked),
    () => [],
  );
  for (const node of nodes) tokens.push(node);
  const found = ordered(tokens, text.length);
  const all = [...found, ...gapTokens(masked, found)];
  const cut = all.flatMap((token) => around(token, placeholders));
  return ordered(
    [...cut, ...placeholders.map(({ start, end }) => ({ start, end, kind: 'placeholder' as const }))],
    text.length,
  );
}

function nodeTokens(masked: string): ShellToken[] {
  const tokens: ShellToken[] = [];
  for (const statement of parse(masked).commands) addTokens(statement, tokens);
  return tokens;
}

function addTokens(node: SyntaxNode, tokens: ShellToken[]): void {
  switch (node.type) {
    case 'Command':
      addCommand(node, tokens);
      return;
    case 'Word':
      addWord(node, { tokens, kind: 'argument' });
      return;
    case 'Assignment':
      tokens.push({ start: node.pos, end: node.pos + node.name.length, kind: 'variable' });
      eachChild(node, tokens);
      return;
    case 'HereDoc':
      if (node.delimiter !== undefined) push(tokens, node.delimiter, 'heredoc');
      push(tokens, { pos: node.body.pos, end: node.closing?.end ?? node.body.end }, 'heredoc');
      return;
    default:
      eachChild(node, tokens);
      return;
  }
}

function eachChild(node: SyntaxNode, tokens: ShellToken[]): void {
  forEachChild(node, (child) => addTokens(child, tokens));
}

function addCommand(node: Extract<SyntaxNode, { type: 'Command' }>, tokens: ShellToken[]): void {
  const words = [...(node.name === undefined ? [] : [node.name]), ...node.args].map((word) => ({
    text: word.type === 'Word' ? word.value : word.text,
    start: word.pos,
    end: word.end,
    node: word,
  }));
  const programs = programWords(words);
  tokens.push(...programs.map(({ start, end }) => ({ start, end, kind: 'command' as const })));
  for (const word of words) {
    if (programs.some((range) => word.start >= range.start && word.end <= range.end)) continue;
    if (word.node.type === 'Assignment') addTokens(word.node, tokens);
    else addWord(word.node, { tokens, kind: argumentKind(word.text) });
  }
  for (const other of [...node.prefix, ...node.redirects]) addTokens(other, tokens);
}

function argumentKind(text: string): ShellTokenKind {
  if (/^-{1,2}[A-Za-z]/.test(text)) return 'flag';
  return /^\d+$/.test(text) ? 'number' : 'argument';
}

function addWord(node: SyntaxNode, into: { tokens: ShellToken[]; kind: ShellTokenKind }): void {
  const parts = 'parts' in node && Array.isArray(node.parts) ? (node.parts as SyntaxNode[]) : [];
  if (parts.length === 0) push(into.tokens, node, into.kind);
  for (const part of parts) addPart(part, into);
}

function addPart(part: SyntaxNode, into: { tokens: ShellToken[]; kind: ShellTokenKind }): void {
  switch (part.type) {
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      push(into.tokens, part, 'string');
      return;
    case 'DoubleQuoted':
    case 'LocaleString':
      addQuoted(part, into.tokens);
      return;
    case 'SimpleExpansion':
    case 'ParameterExpansion':
    case 'ArithmeticExpansion':
      push(into.tokens, part, 'variable');
      return;
    case 'CommandExpansion':
      if (part.text.startsWith('`')) push(into.tokens, part, 'variable');
      else eachChild(part, into.tokens);
      return;
    case 'ProcessSubstitution':
      eachChild(part, into.tokens);
      return;
    default:
      push(into.tokens, part, into.kind);
      return;
  }
}

function addQuoted(node: SyntaxNode & { parts: readonly SyntaxNode[] }, tokens: ShellToken[]): void {
  let position = node.pos;
  for (const part of node.parts) {
    if (part.type === 'Literal') continue;
    push(tokens, { pos: position, end: part.pos }, 'string');
    addPart(part, { tokens, kind: 'string' });
    position = part.end;
  }
  push(tokens, { pos: position, end: node.end }, 'string');
}

function push(tokens: ShellToken[], range: { pos: number; end: number }, kind: ShellTokenKind): void {
  if (range.end > range.pos) tokens.push({ start: range.pos, end: range.end, kind });
}

const keywords = new Set(
  'if then elif else fi for in do done while until case esac select function time coproc'.split(' '),
);

// What no node of the tree covers is an operator, a reserved word or a blank.
function gapTokens(text: string, found: ShellToken[]): ShellToken[] {
  const tokens: ShellToken[] = [];
  let position = 0;
  for (const token of [...found, { start: text.length, end: text.length }]) {
    const gap = text.slice(position, Math.max(position, token.start));
    for (const match of gap.matchAll(/[;&|<>(){}!=$[\]]+|[a-z]+/g)) {
      const kind = keywords.has(match[0]) ? 'keyword' : 'operator';
      if (kind === 'keyword' || !/^[a-z]/.test(match[0])) {
        tokens.push({ start: position + match.index, end: position + match.index + match[0].length, kind });
      }
    }
    position = Math.max(position, token.end);
  }
  return tokens;
}

function around(token: ShellToken, holes: { start: number; end: number }[]): ShellToken[] {
  let rest: ShellToken[] = [token];
  for (const hole of holes) {
    rest = rest.flatMap((one) => {
      if (hole.end <= one.start || hole.start >= one.end) return [one];
      return [
        { ...one, end: hole.start },
        { ...one, start: hole.end },
      ].filter((piece) => piece.end > piece.start);
    });
  }
  return rest;
}

function ordered(tokens: ShellToken[], length: number): ShellToken[] {
  const sorted = tokens.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const result: ShellToken[] = [];
  for (const token of sorted) {
    const start = Math.max(token.start, result.at(-1)?.end ?? 0);
    const end = Math.min(token.end, length);
    if (end > start) result.push({ start, end, kind: token.kind });
  }
  return result;
}

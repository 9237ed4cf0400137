import { forEachChild, parse, type SyntaxNode } from 'unbash';
import { programWords } from './program-words.ts';
import type { ShellToken, ShellTokenKind } from './shell-token.ts';

/** The tokens of the nodes of a syntax tree: of all but operators, reserved words and comments. May overflow the stack. */
export function nodeTokens(masked: string): ShellToken[] {
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

import { maskPlaceholders } from './mask-placeholders.ts';
import { nodeTokens } from './node-tokens.ts';
import { parseShell } from './parse-shell.ts';
import type { ShellToken } from './shell-token.ts';
import { hasPrompts, splitTranscript } from './transcript.ts';
import { withinStack } from './within-stack.ts';

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

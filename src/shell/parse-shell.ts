import { parse } from 'unbash';
import { maskPlaceholders } from './mask-placeholders.ts';
import { findComments, type ShellComment } from './parse-shell/comments.ts';
import { mergeStatements, type ShellStatement } from './parse-shell/statements.ts';
import { type Seen, walkScript } from './parse-shell/walk-script.ts';
import type { PlaceholderRange } from './placeholder-range.ts';
import { withinStack } from './within-stack.ts';

export type { ShellComment } from './parse-shell/comments.ts';
export type { ShellStatement } from './parse-shell/statements.ts';
export type { ShellWord, SimpleCommand } from './parse-shell/walk-script.ts';

/** Shell text cut up; all offsets are UTF-16 indexes into it. */
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
  const seen = walkScript(script, text);
  return {
    statements: mergeStatements(script.commands, seen, text),
    comments: findComments(masked, text, seen.covered),
    placeholders,
    error: firstError(seen, text.length),
  };
}

function firstError({ errors }: Seen, length: number): ParsedShell['error'] {
  const first = errors.toSorted((a, b) => a.pos - b.pos)[0];
  return first === undefined ? null : { offset: Math.min(first.pos, length), message: first.message };
}

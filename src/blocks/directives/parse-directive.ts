import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import type { Place } from '../../model/place.ts';
import { type DirectiveToken, directiveTokens } from './directive-tokens.ts';
import { type Directive, directiveKeys, noDirective } from './directives.ts';
import { takeKey } from './take-key.ts';

const repeatable = new Set(['bind', 'run', 'get']);

/** Reads the text behind `verify:`. What can't be read is a finding and is left out. */
export function parseDirective(body: string, place: Place): { directive: Directive; findings: Diagnostic[] } {
  const directive = { ...noDirective(), place };
  const findings: Diagnostic[] = [];
  const complain = (message: string, hint: string | null) =>
    findings.push(
      diagnostic('directive-invalid', place, message, hint ?? `Valid keys are ${directiveKeys.join(', ')}.`),
    );
  const tokens = directiveTokens(body);
  const seen = new Set<string>();
  if (tokens.length === 0) complain('The comment says nothing.', null);
  for (let at = 0; at < tokens.length; at++) {
    const { key } = tokens[at]!;
    if (seen.has(key) && !repeatable.has(key))
      complain(`\`${key}\` is said twice.`, 'Leave one of them out.');
    seen.add(key);
    const taken = takeKey(directive, tokens.slice(at));
    if (typeof taken === 'number') at += taken - 1;
    else {
      complain(taken.message, taken.hint);
      at += belongingTo(key, tokens.slice(at + 1));
    }
  }
  return { directive, findings };
}

// How many tokens belong to a key that could not be read: they are not worth a finding of their own.
function belongingTo(key: string, rest: DirectiveToken[]): number {
  const isOther = directiveKeys.includes(key)
    ? (token: DirectiveToken) => !token.isCode && directiveKeys.includes(token.key)
    : (token: DirectiveToken) => !['reason', 'until', 'expect'].includes(token.key);
  const next = rest.findIndex(isOther);
  return next === -1 ? rest.length : next;
}

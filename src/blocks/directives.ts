import { nearest } from '../lib/nearest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import type { BlockKind } from '../model/plan.ts';

/** What an author says about one block in `<!-- verify: … -->`. Null and empty: nothing. */
export interface Directive {
  skip: { reason: string; until: string } | null;
  file: string | null;
  exit: number | null;
  timeoutMs: number | null;
  kind: BlockKind | null;
  bind: Map<string, string>;
  alternative: boolean;
  terminal: number | null;
  run: { command: string; expect: string | null }[];
  get: { url: string; expect: string | null }[];
  place: Place | null;
}

/** The keys that a directive can have. */
const directiveKeys = [
  'skip',
  'file',
  'exit',
  'timeout',
  'kind',
  'bind',
  'alternative',
  'terminal',
  'run',
  'get',
];
const kinds: BlockKind[] = [
  'commands',
  'transcript',
  'inside',
  'usage',
  'catalogue',
  'file',
  'output',
  'text',
];
const repeatable = new Set(['bind', 'run', 'get']);

/** A directive that says nothing. */
export function noDirective(): Directive {
  return {
    skip: null,
    file: null,
    exit: null,
    timeoutMs: null,
    kind: null,
    bind: new Map(),
    alternative: false,
    terminal: null,
    run: [],
    get: [],
    place: null,
  };
}

/** What a directive says that can't be meant for a block of this kind. */
export function directiveFindings(directive: Directive, kind: BlockKind): Diagnostic[] {
  if (directive.place === null) return [];
  const place = directive.place;
  const complain = (message: string, hint: string): Diagnostic =>
    diagnostic('directive-invalid', place, message, hint);
  const isNameless = directive.kind === 'file' && kind !== 'file';
  const findings = misplacedKeys(directive, kind).map((key) =>
    complain(
      `\`${key}\` has no effect on a block of kind ${kind}.`,
      'Write it above a block whose commands are typed.',
    ),
  );
  if (isNameless)
    findings.push(complain('`kind=file` needs a name for the file.', 'Say it: `file=compose.yaml`.'));
  return findings;
}

// What a directive says that has no effect on a block of this kind.
function misplacedKeys(directive: Directive, kind: BlockKind): string[] {
  if (!['file', 'output', 'text'].includes(kind)) return [];
  const said: [string, boolean][] = [
    ['skip', directive.skip !== null],
    ['exit', directive.exit !== null],
    ['timeout', directive.timeoutMs !== null],
    ['bind', directive.bind.size > 0],
    ['alternative', directive.alternative],
    ['terminal', directive.terminal !== null],
    ['run', directive.run.length > 0],
    ['get', directive.get.length > 0],
  ];
  return said.flatMap(([key, isSaid]) => (isSaid ? [key] : []));
}

interface Token {
  key: string;
  value: string | null;
}

/** Reads the text behind `verify:`. What can't be read is a finding and is left out. */
export function parseDirective(body: string, place: Place): { directive: Directive; findings: Diagnostic[] } {
  const directive = { ...noDirective(), place };
  const findings: Diagnostic[] = [];
  const complain = (message: string) =>
    findings.push(
      diagnostic('directive-invalid', place, message, `Valid keys are ${directiveKeys.join(', ')}.`),
    );
  const tokens = tokensOf(body);
  const seen = new Set<string>();
  if (tokens.length === 0) complain('The comment says nothing.');
  for (let at = 0; at < tokens.length; at++) {
    const { key } = tokens[at]!;
    if (seen.has(key) && !repeatable.has(key)) complain(`\`${key}\` is said twice.`);
    seen.add(key);
    const taken = take(directive, tokens.slice(at));
    if (typeof taken === 'string') complain(taken);
    at += typeof taken === 'string' ? skipReason(tokens, at) : taken - 1;
  }
  return { directive, findings };
}

// What belongs to a `skip` that could not be read is not worth a finding of its own.
function skipReason(tokens: Token[], at: number): number {
  const rest = tokens.slice(at + 1);
  const other = rest.findIndex(({ key }) => key !== 'reason' && key !== 'until');
  return other === -1 ? rest.length : other;
}

// The number of tokens taken, or what is wrong.
function take(directive: Directive, tokens: Token[]): number | string {
  const { key, value } = tokens[0]!;
  switch (key) {
    case 'skip':
      return takeSkip(directive, tokens);
    case 'alternative':
      directive.alternative = true;
      return 1;
    case 'bind':
      return takeBind(directive, tokens);
    case 'run':
    case 'get':
      return takeCheck(directive, tokens);
    case 'file':
      return value === null ? '`file` needs a name: `file=app.py`.' : set(directive, { file: value });
    case 'exit':
      return /^\d{1,3}$/.test(value ?? '')
        ? set(directive, { exit: Number(value) })
        : '`exit` needs a status: `exit=1`.';
    case 'terminal':
      return /^[1-9]$/.test(value ?? '')
        ? set(directive, { terminal: Number(value) })
        : '`terminal` needs a number: `terminal=2`.';
    case 'timeout':
      return takeTimeout(directive, value);
    case 'kind': {
      const kind = kinds.find((one) => one === value);
      return kind === undefined ? `\`kind\` must be one of ${kinds.join(', ')}.` : set(directive, { kind });
    }
    default:
      return `\`${key}\` is no key of a verify comment${meant(key)}.`;
  }
}

function meant(key: string): string {
  const near = nearest(key, directiveKeys);
  return near === null ? '' : ` (did you mean \`${near}\`?)`;
}

function set(directive: Directive, values: Partial<Directive>): number {
  Object.assign(directive, values);
  return 1;
}

function takeSkip(directive: Directive, tokens: Token[]): number | string {
  const rest = new Map(tokens.slice(1, 3).map(({ key, value }) => [key, value]));
  const reason = rest.get('reason');
  const until = rest.get('until');
  if (!reason || !until || !isDate(until)) return '`skip` needs both `reason="…"` and `until=YYYY-MM-DD`.';
  directive.skip = { reason, until };
  return 3;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function takeBind(directive: Directive, tokens: Token[]): number | string {
  let taken = 1;
  for (const { key, value } of tokens.slice(1)) {
    if (value === null || directiveKeys.includes(key)) break;
    directive.bind.set(key, value);
    taken++;
  }
  return taken > 1 ? taken : '`bind` needs a placeholder and its value: `bind CONTAINER=web`.';
}

function takeCheck(directive: Directive, tokens: Token[]): number | string {
  const { key } = tokens[0]!;
  const subject = tokens[1];
  if (subject === undefined || subject.value !== null)
    return `\`${key}\` needs ${key === 'run' ? 'a command in backticks' : 'an address'}.`;
  const expect = tokens[2]?.key === 'expect' ? tokens[2].value : null;
  if (key === 'run') directive.run.push({ command: subject.key, expect });
  else directive.get.push({ url: subject.key, expect });
  return expect === null ? 2 : 3;
}

function takeTimeout(directive: Directive, value: string | null): number | string {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(value ?? '');
  if (match === null) return '`timeout` needs a duration: `timeout=3m`.';
  const unit = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[match[2] as 'ms' | 's' | 'm' | 'h'];
  return set(directive, { timeoutMs: Number(match[1]) * unit });
}

// Words, `word=value`, `word="value"`, `"some words"=value` and `text in backticks`.
function tokensOf(body: string): Token[] {
  const pattern = /`([^`]*)`|(?:"([^"]+)"|([^\s="`]+))=(?:"([^"]*)"|'([^']*)'|(\S+))|(\S+)/g;
  return [...body.matchAll(pattern)].map((match) => {
    const [whole, code, quotedKey, key, double, single, bare] = match;
    if (code !== undefined) return { key: code, value: null };
    const name = quotedKey ?? key;
    if (name !== undefined && !/^https?:/.test(name))
      return { key: name, value: double ?? single ?? bare ?? '' };
    return { key: whole, value: null };
  });
}

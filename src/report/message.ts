import { countOf } from '../lib/count-of.ts';
import { type Paint, painter } from '../lib/paint.ts';
import { visible, visibleLine } from '../lib/visible.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { BlockKind } from '../model/plan.ts';
import type { Cause } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';

const verdictWords = {
  passed: 'passed',
  failed: 'failed',
  blocked: 'blocked',
  skipped: 'skipped',
  'not-run': 'not run',
} as const satisfies Record<Verdict, string>;

const verdictSymbols = {
  passed: '✓',
  failed: '✗',
  blocked: '■',
  skipped: '↷',
  'not-run': '·',
} as const satisfies Record<Verdict, string>;

const kindMeanings = {
  commands: 'typed, one command at a time',
  transcript: 'typed after each prompt, what follows compared',
  inside: 'typed into the shell that an earlier command opened',
  usage: "a form, compared with the tool's own usage line",
  catalogue: 'independent examples, each proven on its own',
  file: 'written as a file',
  output: 'compared with what the command before it printed',
  text: 'nothing to run',
} as const satisfies Record<BlockKind, string>;

const blame = {
  page: 'The page',
  image: 'The image',
  registry: 'The image registry',
  network: 'The network',
  engine: 'The Docker Engine',
  time: 'Time',
  machine: 'The machine',
  author: 'The author',
  earlier: 'An earlier command',
} as const satisfies Record<Cause['whose'], string>;

/** A verdict in words; null is a block that has none (`text`) or whose post was only planned. */
export function verdictWord(verdict: Verdict | null): string {
  return verdict === null ? 'no verdict' : verdictWords[verdict];
}

/** One character that goes with a verdict's word, never in its place. */
export function verdictSymbol(verdict: Verdict | null): string {
  return verdict === null ? '–' : verdictSymbols[verdict];
}

/** What is done with blocks of a kind, as the end of a sentence. */
export function kindMeaning(kind: BlockKind): string {
  return kindMeanings[kind];
}

/** A cause as a sentence with a full stop: whose it is and what happened. Safe to print, may have several lines. */
export function causeSentence(cause: Cause): string {
  const message = sentence(visible(cause.message));
  const who = blame[cause.whose];
  return message.toLowerCase().startsWith(who.toLowerCase()) ? message : `${who}: ${message}`;
}

/** What to do about a cause as a sentence with a full stop; empty without one. Safe to print, may have several lines. */
export function hintSentence({ hint }: Cause): string {
  const words = sentence(visible(hint ?? ''));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Findings for a terminal, grouped by file and sorted by place: `path:line:col  severity  message  code`, what to do
 * below it, and the counts at the end. Empty when there are none.
 */
export function formatFindings(findings: readonly Diagnostic[], options: { color: boolean }): string {
  if (findings.length === 0) return '';
  const paint = painter(options.color);
  const groups = groupsByPath(findings).map((group) =>
    group.map((finding) => formatFinding(finding, paint)).join(''),
  );
  return `${groups.join('\n')}\n${formatCounts(findings, paint)}\n`;
}

/** How many errors, warnings and notes there are: `1 error, 2 warnings`. */
export function countFindings(findings: readonly Diagnostic[]): string {
  const number = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const counts = (['error', 'warning', 'note'] as const).filter((severity) => number(severity) > 0);
  return counts.map((severity) => countOf(number(severity), severity)).join(', ') || 'no findings';
}

const severityStyle = { error: 'red', warning: 'yellow', note: 'cyan' } as const satisfies Record<
  Severity,
  string
>;

function groupsByPath(findings: readonly Diagnostic[]): Diagnostic[][] {
  const groups = new Map<string, Diagnostic[]>();
  for (const finding of [...findings].sort(byPlace)) {
    const group = groups.get(finding.place.path);
    if (group) group.push(finding);
    else groups.set(finding.place.path, [finding]);
  }
  return [...groups.values()];
}

function formatFinding(finding: Diagnostic, paint: Paint): string {
  const { path, line, column } = finding.place;
  const where = paint('bold', `${visibleLine(path)}:${line}:${column}`);
  const severity = paint(severityStyle[finding.severity], finding.severity);
  const message = visible(finding.message).replaceAll('\n', '\n    ');
  const hint = finding.hint === '' ? '' : `    ${visible(finding.hint).replaceAll('\n', '\n    ')}\n`;
  return `${where}  ${severity}  ${message}  ${paint('dim', finding.code)}\n${hint}`;
}

function formatCounts(findings: readonly Diagnostic[], paint: Paint): string {
  const worst = (['error', 'warning', 'note'] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
  const counts = countFindings(findings);
  return worst === undefined ? counts : paint(severityStyle[worst], counts);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.place.path !== b.place.path) return a.place.path < b.place.path ? -1 : 1;
  return a.place.line - b.place.line || a.place.column - b.place.column;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…:]$/.test(trimmed) || trimmed === '' ? trimmed : `${trimmed}.`;
}

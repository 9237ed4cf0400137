import type { Plan, PlannedBlock, PlannedCommand, PlannedExpectation } from '../model/plan.ts';
import type {
  BlockReport,
  CommandReport,
  ExpectationReport,
  PostReport,
  Report,
  Summary,
} from '../model/report.ts';
import { untypedReport } from '../model/untyped-report.ts';
import type { Verdict } from '../model/verdict.ts';
import { planNotes } from './plan-notes.ts';

/** A post's report before anything has run: everything planned is there, every verdict is null. */
export function plannedPostReport(plan: Plan): PostReport {
  return {
    path: plan.path,
    verdict: null,
    durationMs: 0,
    machineReadyMs: 0,
    images: [],
    leftBehind: { containers: [], images: [], volumes: [], networks: [] },
    findings: plan.findings,
    blocks: plan.blocks.map(plannedBlockReport),
  };
}

/**
 * Counts over all posts. `passed` … `notRun` count blocks, so together with `text` they make `blocks` as soon as
 * every block that is not text has its verdict.
 */
export function summarise(posts: readonly PostReport[]): Summary {
  const blocks = posts.flatMap((post) => post.blocks);
  const having = (verdict: Verdict): number => blocks.filter((block) => block.verdict === verdict).length;
  return {
    blocks: blocks.length,
    text: blocks.filter((block) => block.kind === 'text').length,
    commands: blocks.reduce((sum, block) => sum + block.commands.length, 0),
    passed: having('passed'),
    failed: having('failed'),
    blocked: having('blocked'),
    skipped: having('skipped'),
    notRun: having('not-run'),
  };
}

/**
 * The exit code that a finished run deserves: 1 for wrong posts (a failed block, a finding that is an error) and for
 * verdicts that changed between repeats, else 2 when no block was there to run, else 3 when not all was proven (0 with `allowBlocked`), else 0.
 */
export function exitCodeOf(report: Report, options: { allowBlocked: boolean }): 0 | 1 | 2 | 3 {
  const { blocks, text, passed, failed, skipped } = report.summary;
  const errors = report.posts.some((post) => post.findings.some((finding) => finding.severity === 'error'));
  if (report.repeats !== undefined && report.repeats.changes.length > 0) return 1;
  if (failed > 0 || errors || report.posts.some((post) => post.verdict === 'failed')) return 1;
  if (blocks === text) return 2;
  const proven =
    passed + skipped === blocks - text && !report.posts.some((post) => post.verdict === 'blocked');
  return proven || options.allowBlocked ? 0 : 3;
}

function plannedBlockReport(block: PlannedBlock): BlockReport {
  return {
    id: block.id,
    line: block.place.line,
    endLine: block.place.endLine,
    language: block.language,
    kind: block.kind,
    because: block.because,
    hash: block.hash,
    verdict: null,
    cause: null,
    commands: 'commands' in block ? block.commands.map(plannedCommandReport) : [],
  };
}

function plannedCommandReport(command: PlannedCommand): CommandReport {
  return {
    ...untypedReport(command),
    expectations: command.expectations.map(plannedExpectation),
    notes: planNotes(command),
  };
}

function plannedExpectation(expectation: PlannedExpectation): ExpectationReport {
  const source = { line: expectation.source.line };
  return { kind: expectation.kind, source, held: null, message: promiseOf(expectation) };
}

function promiseOf(expectation: PlannedExpectation): string {
  switch (expectation.kind) {
    case 'output':
      return `the output is like the one shown at line ${expectation.source.line}`;
    case 'words':
      return `the output holds ${quoted(expectation.words)}`;
    case 'absent':
      return expectation.words.length === 0
        ? 'nothing is listed'
        : `the output does not hold ${quoted(expectation.words)}`;
    case 'http': {
      const words = expectation.words.length === 0 ? '' : `, with ${quoted(expectation.words)} in its page`;
      return `${expectation.url} answers${words}`;
    }
    case 'run': {
      const words = expectation.words.length === 0 ? '' : ` and prints ${quoted(expectation.words)}`;
      return `the hidden check ${expectation.script} works${words}`;
    }
    case 'unchecked':
      return `"${expectation.sentence}" is not checked: ${expectation.because}`;
  }
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}

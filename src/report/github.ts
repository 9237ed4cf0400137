import type { Diagnostic } from '../model/diagnostic.ts';
import type { Cause, Report } from '../model/report.ts';
import { causeSentence, verdictWord } from './message.ts';
import { worthTelling } from './problems.ts';

/**
 * Workflow commands that make GitHub show findings and verdicts beside the lines of a post: failures as errors,
 * blocked and skipped commands as warnings and notices. One a line; empty when all is well.
 * Source: GitHub's "Workflow commands for GitHub Actions", escaping as in actions/toolkit's `command.ts`.
 */
export function formatAnnotations(report: Report): string {
  const findings = report.posts.flatMap((post) => post.findings).map(annotateFinding);
  const verdicts = report.posts.flatMap((post) =>
    worthTelling(post).map((problem) =>
      annotation(levels[problem.verdict], {
        file: post.path,
        line: problem.line,
        col: problem.column,
        title: `${verdictWord(problem.verdict)}: ${problem.source || 'block'}`,
        message: advice(problem.cause) || verdictWord(problem.verdict),
      }),
    ),
  );
  return [...findings, ...verdicts].map((line) => `${line}\n`).join('');
}

const levels = { failed: 'error', blocked: 'warning', skipped: 'notice', 'not-run': 'notice' } as const;

interface Annotation {
  file: string;
  line: number;
  col: number;
  title: string;
  message: string;
}

function annotateFinding(finding: Diagnostic): string {
  const { path: file, line, column: col } = finding.place;
  const level = finding.severity === 'note' ? 'notice' : finding.severity;
  return annotation(level, {
    file,
    line,
    col,
    title: finding.code,
    message: `${finding.message}\n${finding.hint}`,
  });
}

function annotation(level: string, { file, line, col, title, message }: Annotation): string {
  const where = `file=${escapeProperty(file)},line=${line},col=${col},title=${escapeProperty(title)}`;
  return `::${level} ${where}::${escapeData(message.trim())}`;
}

function advice(cause: Cause | null): string {
  return cause === null ? '' : `${causeSentence(cause)}\n${cause.hint ?? ''}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

import { visible, visibleLine } from '../lib/visible.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { PostReport, Report } from '../model/report.ts';
import { causeSentence, verdictWord } from './message.ts';
import { type Problem, worthTelling } from './problems.ts';

const levels = ['error', 'warning', 'notice'] as const;

// GitHub shows no more than this of each level for a step.
const shownOfLevel = 10;

interface Annotation {
  level: (typeof levels)[number];
  file: string;
  line: number;
  col: number;
  title: string;
  message: string;
}

/**
 * Workflow commands that make GitHub show findings and verdicts beside the lines of a post: failures as errors,
 * blocked and skipped commands as warnings and notices. One a line; empty when all is well. Where a level has more than
 * GitHub shows, its last one says how many more there are, and where.
 * Source: GitHub's "Workflow commands for GitHub Actions", escaping as in actions/toolkit's `command.ts`.
 */
export function formatAnnotations(report: Report): string {
  const annotations = report.posts.flatMap((post) => [
    ...post.findings.map(annotateFinding),
    ...worthTelling(post).map((problem) => annotateProblem(problem, post)),
  ]);
  return levels
    .flatMap((level) => limited(annotations.filter((one) => one.level === level)))
    .map((one) => `${workflowCommand(one)}\n`)
    .join('');
}

/**
 * Text as it may be printed in a workflow: the lines around it keep GitHub from taking anything in it for a command,
 * such as `::add-mask::` in what a page's own command has printed. `token` must be a word that nobody can guess.
 */
export function withoutWorkflowCommands(text: string, token: string): string {
  return `::stop-commands::${token}\n${text.endsWith('\n') ? text : `${text}\n`}::${token}::\n`;
}

const levelOfVerdict = {
  failed: 'error',
  blocked: 'warning',
  skipped: 'notice',
  'not-run': 'notice',
} as const;

function annotateProblem(problem: Problem, { path: file }: PostReport): Annotation {
  const { verdict, line, column: col, source, block, cause } = problem;
  const advice = cause === null ? '' : `${causeSentence(cause)}\n${visible(cause.hint ?? '')}`;
  return {
    level: levelOfVerdict[verdict],
    ...{ file, line, col },
    title: `${verdictWord(verdict)}: ${source || `${block.kind} block`}`,
    message: advice || verdictWord(verdict),
  };
}

function annotateFinding({ code, severity, place, message, hint }: Diagnostic): Annotation {
  const { path: file, line, column: col } = place;
  const level = severity === 'note' ? 'notice' : severity;
  return { level, file, line, col, title: code, message: visible(`${message}\n${hint}`) };
}

function limited(annotations: readonly Annotation[]): Annotation[] {
  if (annotations.length <= shownOfLevel) return [...annotations];
  const rest = annotations.slice(shownOfLevel - 1);
  const places = rest.map(({ file, line }) => `${visibleLine(file)}:${line}`);
  const title = `${rest.length} more like this`;
  return [...annotations.slice(0, shownOfLevel - 1), { ...rest[0]!, title, message: places.join('\n') }];
}

function workflowCommand({ level, file, line, col, title, message }: Annotation): string {
  const where = `file=${escapeProperty(visibleLine(file))},line=${line},col=${col},title=${escapeProperty(visible(title))}`;
  return `::${level} ${where}::${escapeData(message.trim())}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

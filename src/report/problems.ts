import type { BlockReport, Cause, CommandReport, PostReport } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';

/** A command, or a block without commands, that did not pass. */
export interface Problem {
  verdict: Exclude<Verdict, 'passed'>;
  line: number;
  column: number;
  /** The command's text; empty for a block without commands. */
  source: string;
  cause: Cause | null;
  block: BlockReport;
  command: CommandReport | null;
}

/**
 * Everything in a post that did not pass, in the order of the page. What an output block lacks is told once, with the
 * command that should have printed it.
 */
export function worthTelling(post: PostReport): Problem[] {
  const problems = post.blocks.flatMap(problemsOf);
  const lines = new Set(problems.flatMap(({ command }) => command?.line ?? []));
  return problems.filter(
    ({ block, cause }) => block.kind !== 'output' || cause?.line == null || !lines.has(cause.line),
  );
}

/** The same problems, the worst verdicts first; otherwise their order stays. */
export function worstProblemsFirst<T extends Problem>(problems: readonly T[]): T[] {
  return [...problems].sort((a, b) => byWeight.indexOf(a.verdict) - byWeight.indexOf(b.verdict));
}

/** Problems that need to be told only once: the same verdict for the same cause. Every failure stands for itself. */
export function groupProblems(problems: readonly Problem[]): Problem[][] {
  const groups = new Map<unknown, Problem[]>();
  for (const problem of problems) {
    const key = problem.verdict === 'failed' ? problem : JSON.stringify([problem.verdict, problem.cause]);
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()];
}

const byWeight: readonly Problem['verdict'][] = ['failed', 'blocked', 'not-run', 'skipped'];

function problemsOf(block: BlockReport): Problem[] {
  const commands = block.commands.flatMap((command): Problem[] => {
    const { verdict, line, column, source, cause } = command;
    return isProblem(verdict) ? [{ verdict, line, column, source, cause, block, command }] : [];
  });
  const { verdict, line, cause } = block;
  if (commands.length > 0 || !isProblem(verdict)) return commands;
  return [{ verdict, line, column: 1, source: '', cause, block, command: null }];
}

function isProblem(verdict: Verdict | null): verdict is Problem['verdict'] {
  return verdict !== null && verdict !== 'passed';
}

import type { Cause, CommandReport, PostReport } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';

/** A command, or a block without commands, that did not pass. */
export interface Problem {
  verdict: Exclude<Verdict, 'passed'>;
  line: number;
  column: number;
  /** The command's text; empty for a block without commands. */
  source: string;
  cause: Cause | null;
  command: CommandReport | null;
}

/** Everything in a post that did not pass, in the order of the page. */
export function worthTelling(post: PostReport): Problem[] {
  return post.blocks.flatMap((block): Problem[] => {
    const commands = block.commands.flatMap((command) => problemOf(command.verdict, command) ?? []);
    if (commands.length > 0) return commands;
    const { verdict, line, cause } = block;
    return isProblem(verdict) ? [{ verdict, line, column: 1, source: '', cause, command: null }] : [];
  });
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

function problemOf(verdict: Verdict | null, command: CommandReport): Problem | null {
  if (!isProblem(verdict)) return null;
  const { line, column, source, cause } = command;
  return { verdict, line, column, source, cause, command };
}

function isProblem(verdict: Verdict | null): verdict is Problem['verdict'] {
  return verdict !== null && verdict !== 'passed';
}

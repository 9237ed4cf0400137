import type { ExpectationReport } from '../model/report.ts';
import type { Problem } from './problems.ts';
import type { FailureCode } from './rules.ts';

/** In which way a problem's command or block failed; null where nothing is wrong (`skipped`, `not-run`). */
export function failureCodeOf(problem: Problem): FailureCode | null {
  if (problem.verdict === 'blocked') return 'blocked';
  if (problem.verdict !== 'failed') return null;
  if (problem.command === null)
    return problem.block.kind === 'output' ? 'output-differs' : 'file-not-written';
  if (problem.cause?.whose === 'author') return 'skip-expired';
  const { cause, command } = problem;
  const broken = command.expectations.find(
    ({ held, message }) => held === false && message === cause?.message,
  );
  return broken === undefined ? 'command-failed' : codes[broken.kind];
}

const codes = {
  output: 'output-differs',
  words: 'words-missing',
  absent: 'output-differs',
  http: 'address-silent',
  usage: 'usage-differs',
  'stays-up': 'container-died',
  file: 'file-not-written',
  run: 'check-failed',
  'cleans-up': 'left-behind',
  unchecked: 'command-failed',
} as const satisfies Record<ExpectationReport['kind'], FailureCode>;

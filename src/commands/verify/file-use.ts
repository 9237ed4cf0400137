import type { PlannedBlock } from '../../model/plan.ts';
import type { Cause, CommandReport } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import { callName, dockerCall } from '../../shell/docker-call.ts';
import type { ShellWord } from '../../shell/parse-shell.ts';
import { wordsOf } from '../../shell/words-of.ts';

/**
 * The verdict of a written file is that of its first use: a Dockerfile that can't be built is wrong though it could be
 * written. `later`: the commands behind it on the page. Null where nothing on the page uses it.
 */
export function verdictOfUse(
  { file }: PlannedBlock & { kind: 'file' },
  later: readonly CommandReport[],
): { verdict: Verdict; cause: Cause | null } | null {
  const use = later.find((report) => wordsOf(report.source).some((words) => uses(words, file.name)));
  if (use?.verdict == null || use.verdict === 'skipped') return null;
  if (use.verdict === 'passed') return { verdict: 'passed', cause: null };
  const why = use.cause === null ? '' : `: ${use.cause.message}`;
  const message = `its first use, at line ${use.line}, ${use.verdict === 'failed' ? 'failed' : 'was not done'}${why}`;
  return { verdict: use.verdict, cause: { whose: 'earlier', message, hint: null, line: use.line } };
}

function uses(words: readonly ShellWord[], name: string): boolean {
  const base = name.split('/').at(-1)!;
  const call = dockerCall(words);
  const namesFile = words.some(({ text }) => /^(?:-f|--file(?:=.*)?)$/.test(text));
  if (call !== null && !namesFile && usesByItself(call, base)) return true;
  return words.some(({ text }) =>
    text.split(/[=:,@]/).some((part) => part === name || part.split('/').at(-1) === base),
  );
}

const composeFiles = /^(?:docker-)?compose(?:\.override)?\.ya?ml$|^\.env$/;

// What Docker reads without being told its name.
function usesByItself(call: NonNullable<ReturnType<typeof dockerCall>>, base: string): boolean {
  if (call.object === 'compose') return composeFiles.test(base);
  const isBuild = ['image build', 'buildx build'].includes(callName(call));
  return isBuild && (base === '.dockerignore' || base === 'Dockerfile');
}

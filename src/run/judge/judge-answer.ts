import type { CommandReport } from '../../model/report.ts';
import type { Driven } from '../drive/drive.ts';
import { judgeExpectations } from './judge-expectations.ts';
import { replError } from './repl-error.ts';
import { accuse, type Trial } from './trial.ts';

/** Judges what was typed into a console, which has no exit status: by the error that it answered with, if any. */
export async function judgeAnswer(
  trial: Trial,
  report: CommandReport,
  { prompt, error }: Driven & { kind: 'answered' },
): Promise<void> {
  const isMeantToFail = trial.command.trait.kind === 'meant-to-fail';
  if (isMeantToFail === (error !== null) || isAsShown(trial, report, { prompt, error }))
    return judgeExpectations(trial, report);
  const message =
    error === null ? 'the page says that it fails, but it worked' : `was answered with an error: “${error}”`;
  accuse(report, 'failed', { whose: 'page', message, hint: null, line: null });
}

// Whether the page shows the very answer. What it shows of another part of it says nothing of the error.
function isAsShown(
  { command }: Trial,
  { expectations }: CommandReport,
  { prompt, error }: { prompt: string; error: string | null },
): boolean {
  return command.expectations.some(
    (planned) =>
      planned.kind === 'output' &&
      (error === null || replError(prompt, planned.text) !== null) &&
      expectations.some(
        ({ kind, source, held }) => kind === 'output' && source.line === planned.source.line && held === true,
      ),
  );
}

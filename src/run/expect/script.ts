import type { HiddenResult, Machine } from '../../machine/machine.ts';
import type { ExpectationReport } from '../../model/report.ts';
import { hasWord } from './has-word.ts';

const scriptMs = 60_000;

/** Runs an author's hidden check as the reader, out of the page's terminal, until it holds or patience ends. */
export async function checkScript(
  expectation: { script: string; words: string[]; source: { line: number } },
  machine: Machine,
  patienceMs: number,
): Promise<ExpectationReport> {
  const report = (held: boolean, message: string): ExpectationReport => ({
    kind: 'run',
    source: { line: expectation.source.line },
    held,
    message,
  });
  const until = performance.now() + patienceMs;
  for (;;) {
    const answer = await machine.run('su reader -s /bin/bash -c "cd; $(cat)"', {
      input: expectation.script,
      timeoutMs: scriptMs,
    });
    const problem = problemWith(answer, expectation);
    if (problem === null) return report(true, `the hidden check ${expectation.script} held`);
    if (performance.now() > until) return report(false, problem);
    await machine.run('sleep 0.3', { timeoutMs: 5_000 });
  }
}

function problemWith(
  answer: HiddenResult,
  { script, words }: { script: string; words: string[] },
): string | null {
  const said = `${answer.stdout}${answer.stderr}`;
  if (answer.exitStatus !== 0)
    return `the hidden check ${script} ended with exit status ${answer.exitStatus}: ${said.trim()}`;
  const missing = words.filter((word) => !hasWord(said, word));
  return missing.length === 0
    ? null
    : `the hidden check ${script} did not print ${missing.map((word) => `“${word}”`).join(', ')}`;
}

import type { Machine } from '../../machine/machine.ts';
import type { ExpectationReport } from '../../model/report.ts';
import { hasWord } from './has-word.ts';
import { visibleText } from './shown/page-text.ts';

/**
 * Asks for a page as the reader's browser on that machine would, until it answers below 400 with the promised
 * words or patience ends.
 */
export async function checkPage(
  expectation: { url: string; words: string[]; source: { line: number } },
  machine: Machine,
  patienceMs: number,
): Promise<ExpectationReport> {
  const report = (held: boolean, message: string): ExpectationReport => ({
    kind: 'http',
    source: { line: expectation.source.line },
    held,
    message,
  });
  const until = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask(expectation.url, machine);
    const problem = problemWith(answer, expectation);
    if (problem === null) return report(true, seen(answer, expectation));
    if (performance.now() > until) return report(false, problem);
    await machine.run('sleep 0.3', { timeoutMs: 5_000 });
  }
}

type Answer = { kind: 'page'; status: number; text: string } | { kind: 'silence'; why: string };

async function ask(url: string, machine: Machine): Promise<Answer> {
  const script = `curl -sSLk --max-time 5 -w '\\n%{http_code}' -- '${url.replaceAll("'", '%27')}' | tail -c 300000`;
  const answer = await machine.run(script, { timeoutMs: 10_000 });
  const end = answer.stdout.lastIndexOf('\n');
  const status = Number(answer.stdout.slice(end + 1));
  if (!Number.isInteger(status) || status === 0)
    return { kind: 'silence', why: answer.stderr.replace(/^curl: \(\d+\) /, '').trim() || 'no answer' };
  return { kind: 'page', status, text: visibleText(answer.stdout.slice(0, Math.max(0, end))) };
}

function problemWith(answer: Answer, { url, words }: { url: string; words: string[] }): string | null {
  if (answer.kind === 'silence') return `${url} did not answer: ${answer.why}`;
  if (answer.status >= 400) return `${url} answered with status ${answer.status}`;
  const missing = words.filter((word) => !hasWord(answer.text, word));
  return missing.length === 0
    ? null
    : `${url} answered, but its page doesn't hold ${missing.map((word) => `“${word}”`).join(', ')}`;
}

function seen(answer: Answer, { url, words }: { url: string; words: string[] }): string {
  const status = answer.kind === 'page' ? answer.status : 0;
  return words.length === 0
    ? `${url} answered with status ${status}`
    : `${url} answered with status ${status} and ${words.map((word) => `“${word}”`).join(', ')}`;
}

import { countOf } from '../lib/count-of.ts';
import { visible, visibleLine } from '../lib/visible.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { PostReport, Report } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';
import { cutOutput } from './cut-output.ts';
import { causeSentence, verdictSymbol, verdictWord } from './message.ts';
import { type Problem, worstProblemsFirst, worthTelling } from './problems.ts';

const verdicts = ['passed', 'failed', 'blocked', 'skipped', 'not-run'] as const satisfies Verdict[];

// GitHub refuses a summary of more than 1 MiB for a step, and other steps' own may stand before it in the file.
const defaults = { maxBytes: 900_000, linkTo: (): string | null => null };
const outputLimits = { lines: 30, characters: 4_000, lineCharacters: 300 };

/** How long a summary may be, and where its lines lead. */
export interface SummaryOptions {
  maxBytes?: number;
  /** The address of a line of a post; null where there is none. */
  linkTo?(path: string, line: number): string | null;
}

/**
 * A report in GitHub's Markdown for the summary of a job: the posts with their counts, then what did not pass, failures
 * first, each with its output folded away. Nothing that a page or a machine says can become markup.
 */
export function formatJobSummary(report: Report, options: SummaryOptions = {}): string {
  const { maxBytes, linkTo } = { ...defaults, ...options };
  const head = `## Seaworthy\n\n${totals(report)}\n\n${table(report.posts)}\n`;
  const problems = report.posts.flatMap((post) =>
    worthTelling(post).map((problem) => ({ ...problem, path: post.path })),
  );
  const findings = report.posts
    .flatMap((post) => post.findings)
    .filter(({ severity }) => severity === 'error');
  const entries = [
    ...findings.map((finding) => findingEntry(finding, linkTo)),
    ...worstProblemsFirst(problems).map((problem) => entry(problem, linkTo)),
  ];
  const { fitting, left } = takeFitting(entries, maxBytes - bytes(head));
  const rest = left === 0 ? '' : `\n${countOf(left, 'more place')} in the log of the job.\n`;
  return `${head}${fitting.length === 0 ? '' : '\n'}${fitting.join('\n')}${rest}\n`;
}

type PlacedProblem = Problem & { path: string };
type LinkTo = NonNullable<SummaryOptions['linkTo']>;

function totals({ summary, engine }: Report): string {
  const { passed, failed, blocked, skipped, notRun } = summary;
  const counted = { passed, failed, blocked, skipped, 'not run': notRun };
  const numbers = Object.entries(counted).flatMap(([word, number]) =>
    number === 0 ? [] : [`${number} ${word}`],
  );
  const blocks = `${countOf(summary.blocks - summary.text, 'block')} with something to verify`;
  const on = engine === null ? 'nothing was run' : `Docker ${engine.version}, images from ${engine.registry}`;
  return escapeAll([`${blocks}: ${numbers.join(', ') || 'none judged'}`, on].join('; '));
}

function table(posts: readonly PostReport[]): string {
  const rows = posts.map((post) => {
    const counts = verdicts.map(
      (verdict) => post.blocks.filter((block) => block.verdict === verdict).length || '',
    );
    return `| ${verdictSymbol(post.verdict)} ${code(post.path)} | ${counts.join(' | ')} |`;
  });
  const head = `| post | ${verdicts.map(verdictWord).join(' | ')} |`;
  const align = `|---|${verdicts.map(() => '--:|').join('')}`;
  return [head, align, ...rows].join('\n');
}

function entry(problem: PlacedProblem, linkTo: LinkTo): string {
  const { path, line, verdict, source, cause, command, block } = problem;
  const where = placeOf(path, line, linkTo);
  const what = source === '' ? `the ${block.kind} block` : code(firstLine(source));
  const cut = cutOutput(visible(command?.output ?? ''), outputLimits);
  const output = cut === '' ? '' : `\n  <details><summary>what it printed</summary>${pre(cut)}</details>\n`;
  const why = cause === null ? '' : `<br>${escapeAll(causeSentence(cause))}`;
  const hint = cause?.hint ? `<br><em>${escapeAll(visible(cause.hint))}</em>` : '';
  return `- ${verdictSymbol(verdict)} <strong>${verdictWord(verdict)}</strong> ${where} ${what}${why}${hint}${output}`;
}

function findingEntry({ code: name, place, message, hint }: Diagnostic, linkTo: LinkTo): string {
  const what = [message, hint].filter(Boolean).map((text) => `<br>${escapeAll(visible(text))}`);
  return `- ✗ <strong>error</strong> ${placeOf(place.path, place.line, linkTo)} ${code(name)}${what.join('')}`;
}

function placeOf(path: string, line: number, linkTo: LinkTo): string {
  const href = linkTo(path, line);
  const place = code(`${path}:${line}`);
  return href === null ? place : `<a href="${hrefAttribute(href)}">${place}</a>`;
}

function hrefAttribute(href: string): string {
  return href.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

// One line of HTML: no blank line in an output can end it and be read as Markdown.
function pre(text: string): string {
  return `<pre>${escapeAll(text).replaceAll('&#10;', '<br>')}</pre>`;
}

function code(text: string): string {
  return `<code>${escapeAll(visibleLine(text))}</code>`;
}

function firstLine(text: string): string {
  const [first = '', ...more] = text.split('\n');
  return more.length === 0 ? first : `${first} …`;
}

// As a numeric reference, a character is nothing but itself to Markdown and HTML (CommonMark, section 2.5). Only
// addresses would still become links (GFM, section 6.9), so an invisible joiner stands in them.
function escapeAll(text: string): string {
  const unlinked = text.replace(/(?<=:)(?=\/\/)|(?<=www)(?=\.)|(?=@)/gi, '\u2060');
  return unlinked.replace(/[^\p{L}\p{N} ]/gu, (character) =>
    /\p{Surrogate}/u.test(character) ? '\ufffd' : `&#${character.codePointAt(0)};`,
  );
}

function takeFitting(entries: readonly string[], room: number): { fitting: string[]; left: number } {
  const fitting: string[] = [];
  let used = 0;
  for (const one of entries) {
    used += bytes(one) + 1;
    if (used > room) break;
    fitting.push(one);
  }
  return { fitting, left: entries.length - fitting.length };
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

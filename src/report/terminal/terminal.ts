import { countOf } from '../../lib/count-of.ts';
import { formatDuration } from '../../lib/duration.ts';
import { type Paint, painter, type Style } from '../../lib/paint.ts';
import { visible, visibleLine } from '../../lib/visible.ts';
import { wrapText } from '../../lib/wrap-text.ts';
import type { CommandReport, PostReport, Report } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import { causeSentence, verdictSymbol, verdictWord } from '../message.ts';
import { groupProblems, type Problem, worstProblemsFirst, worthTelling } from '../problems.ts';
import { formatChanges } from './terminal-changes.ts';
import { formatSummary } from './terminal-summary.ts';

interface View {
  paint: Paint;
  columns: number;
}

const defaultColumns = 80;
const shownLines = 12;
const labelWidth = 10;
const margin = '    ';

/** What a person reads after a run: a line for each post, each thing that did not pass with its reason, the totals. */
export function formatReport(report: Report, options: { color: boolean; columns?: number }): string {
  const view = viewOf(options);
  const posts = report.posts.map((post) => formatPost(post, view));
  return `${posts.join('\n')}\n${formatChanges(report.repeats, view)}${formatSummary(report, view)}`;
}

function viewOf({ color, columns = defaultColumns }: { color: boolean; columns?: number }): View {
  // Prose in lines of more than 100 characters is hard to read however wide the window is.
  return { paint: painter(color), columns: Math.min(Math.max(columns, 40), 100) };
}

function formatPost(post: PostReport, view: View): string {
  const head = `${paintVerdict(post.verdict, view.paint)}  ${view.paint('bold', visibleLine(post.path))}`;
  const facts = wrapText(postFacts(post), view.columns - margin.length, margin);
  const problems = groupProblems(worstProblemsFirst(worthTelling(post))).map(
    (group) => `\n${formatGroup(post.path, group, view)}`,
  );
  const notes = post.blocks
    .flatMap((block) => block.commands)
    .flatMap((command) => formatNotes(command, view));
  return `${head}\n${margin}${view.paint('dim', facts)}\n${notes.join('')}${problems.join('')}`;
}

function paintVerdict(verdict: Verdict | null, paint: Paint): string {
  return paint(styles[verdict ?? 'none'], `${verdictSymbol(verdict)} ${verdictWord(verdict)}`);
}

const styles: Record<Verdict | 'none', Style> = {
  passed: 'green',
  failed: ['bold', 'red'],
  blocked: 'yellow',
  skipped: 'cyan',
  'not-run': 'dim',
  none: 'dim',
};

function postFacts(post: PostReport): string {
  const { unchangedSince } = post;
  const commands = post.blocks.flatMap((block) => block.commands);
  const verdicts = (['passed', 'failed', 'blocked', 'skipped', 'not-run'] as const).flatMap((verdict) => {
    const number = commands.filter((command) => command.verdict === verdict).length;
    return number === 0 ? [] : [`${number} ${verdictWord(verdict)}`];
  });
  const counts = `${countOf(post.blocks.length, 'block')}, ${countOf(commands.length, 'command')}`;
  const ready = post.machineReadyMs > 0 ? `, machine ready in ${formatDuration(post.machineReadyMs)}` : '';
  const what = [counts, verdicts.join(', ')].filter(Boolean).join(': ');
  if (unchangedSince !== undefined)
    return `${what}; unchanged since ${minuteOf(unchangedSince)}, not run again`;
  return `${what}; ${formatDuration(post.durationMs)}${ready}`;
}

function minuteOf(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')} UTC`;
}

function formatNotes(command: CommandReport, view: View): string[] {
  return command.notes.map((note) => {
    const text = wrapText(
      `line ${command.line}: ${visible(note)}`,
      view.columns - margin.length - 6,
      `${margin}      `,
    );
    return `${margin}${view.paint('cyan', 'note')}  ${text}\n`;
  });
}

function formatGroup(path: string, group: readonly Problem[], view: View): string {
  const first = group[0]!;
  const place = `${visibleLine(path)}:${first.line}:${first.column}`;
  const fields = [...whatHappened(first, view), ...whyAndWhatToDo(first, group, view)];
  return `${paintVerdict(first.verdict, view.paint)}  ${place}\n${fields.join('')}`;
}

function whatHappened({ source, command, verdict }: Problem, view: View): string[] {
  const typed = command?.ran ?? null;
  const prepared = command?.prepared.map(visible).join('\n') ?? '';
  return [
    source === '' ? '' : field('command', indented(visible(source)), view),
    prepared === '' ? '' : field('prepared', prepared, view),
    typed === null || typed === source ? '' : field('typed', indented(visible(typed)), view),
    command === null || verdict === 'not-run' ? '' : formatOutcome(command, view),
  ];
}

function formatOutcome(command: CommandReport, view: View): string {
  // What the cause says already is not said twice.
  const broken = command.expectations.filter(
    ({ held, message }) => held === false && message !== command.cause?.message,
  );
  const expected = broken.map((one) => wrapped(`line ${one.source.line}: ${visible(one.message)}`, view));
  if (expected.length === 0 && isPlainFailure(command)) expected.push('exit status 0');
  const fields = expected.map((text) => field('expected', text, view));
  const status = command.exitStatus === null ? null : `exit status ${command.exitStatus}`;
  const output = lastLines(command.output);
  if (output !== '')
    fields.push(field('came', [status, ...quoteLines(output, view)].filter(Boolean).join('\n'), view));
  else if (status !== null) fields.push(field('came', `${status}, nothing printed`, view));
  return fields.join('');
}

// Where the page announces another status, the cause says which, and so it does of an output that is not as shown.
function isPlainFailure({ verdict, exitStatus, cause, expectations }: CommandReport): boolean {
  return (
    verdict === 'failed' &&
    expectations.every(({ message }) => message !== cause?.message) &&
    exitStatus !== null &&
    exitStatus !== 0 &&
    !/exit status/i.test(cause?.message ?? '')
  );
}

function lastLines(output: string): string {
  const lines = visible(output.replace(/\s+$/, '')).split('\n');
  if (lines.length <= shownLines) return lines.join('\n');
  const left = lines.length - shownLines;
  return [`… (${countOf(left, 'line')} before)`, ...lines.slice(-shownLines)].join('\n');
}

function quoteLines(text: string, view: View): string[] {
  return text.split('\n').map((line) => `${view.paint('dim', '│')} ${line}`.trimEnd());
}

function whyAndWhatToDo({ cause }: Problem, group: readonly Problem[], view: View): string[] {
  const also = group.slice(1).map((problem) => problem.line);
  const what = group.every((problem) => problem.command !== null) ? 'more command' : 'more place';
  const hint = cause?.hint || null;
  const look =
    cause?.line == null || cause.message.includes(`line ${cause.line}`) ? '' : ` See line ${cause.line}.`;
  return [
    cause === null ? '' : field('cause', wrapped(`${causeSentence(cause)}${look}`, view), view),
    hint === null ? '' : field('to do', wrapped(visible(hint), view), view),
    also.length === 0
      ? ''
      : field(
          'also',
          wrapped(`${countOf(also.length, what)} for the same reason: ${linesOf(also)}`, view),
          view,
        ),
  ];
}

function linesOf(lines: readonly number[]): string {
  const different = [...new Set(lines)];
  return `${different.length === 1 ? 'line' : 'lines'} ${different.join(', ')}`;
}

function field(label: string, text: string, { paint }: View): string {
  const body = text.replaceAll('\n', `\n${margin}${' '.repeat(labelWidth)}`);
  return `${margin}${paint('dim', label.padEnd(labelWidth))}${body}\n`;
}

function wrapped(text: string, { columns }: View): string {
  return text
    .split('\n')
    .map((line) => wrapText(line, columns - margin.length - labelWidth))
    .join('\n');
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}

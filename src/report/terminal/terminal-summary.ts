import { countOf } from '../../lib/count-of.ts';
import { formatDuration } from '../../lib/duration.ts';
import { grouped } from '../../lib/grouped.ts';
import type { Paint } from '../../lib/paint.ts';
import { visibleLine } from '../../lib/visible.ts';
import { wrapText } from '../../lib/wrap-text.ts';
import type { CommandReport, Report } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';

const labelWidth = 11;

/** The totals of a run, one labelled paragraph each. */
export function formatSummary(report: Report, view: { paint: Paint; columns: number }): string {
  return summaryRows(report)
    .map(([label, text]) => formatRow(label, text, view))
    .join('');
}

/** The totals of a run, label and text: blocks, commands, engine, stand-ins, what was left, time. Safe to print. */
export function summaryRows(report: Report): [string, string][] {
  const rows: [string, string | null][] = [
    ['posts', postsRow(report)],
    ['blocks', blocksRow(report)],
    ['commands', commandsRow(report)],
    ['repeats', repeatsRow(report)],
    ['unchecked', uncheckedRow(report)],
    ['engine', engineRow(report)],
    ['stand-ins', standInsRow(report)],
    ['left over', leftBehindRow(report)],
    ['time', timeRow(report)],
  ];
  return rows.flatMap(([label, text]) => (text === null ? [] : [[label, visibleLine(text)]]));
}

function formatRow(label: string, text: string, view: { paint: Paint; columns: number }): string {
  const body = wrapText(text, view.columns - labelWidth, ' '.repeat(labelWidth));
  return `${view.paint('bold', label.padEnd(labelWidth))}${body}\n`;
}

function postsRow({ posts }: Report): string | null {
  if (posts.length < 2) return null;
  const having = (verdict: Verdict | null) => posts.filter((post) => post.verdict === verdict).length;
  const numbers = {
    ...{ passed: having('passed'), failed: having('failed'), blocked: having('blocked') },
    ...{ skipped: having('skipped'), 'not run': having('not-run'), 'with nothing to run': having(null) },
  };
  return `${grouped(posts.length)}: ${counts(numbers)}`;
}

function blocksRow({ summary }: Report): string {
  const { blocks, text, passed, failed, blocked, skipped, notRun } = summary;
  const judged = passed + failed + blocked + skipped + notRun;
  const open = blocks - text - judged;
  const without = open === 0 ? '' : ` + ${open} without a verdict`;
  return `${blocks} found = ${judged} with a verdict + ${text} text${without}: ${counts({ passed, failed, blocked, skipped, 'not run': notRun })}`;
}

function commandsRow(report: Report): string {
  const having = (verdict: CommandReport['verdict']) =>
    commandsOf(report).filter((command) => command.verdict === verdict).length;
  const { commands } = report.summary;
  const passed = having('passed');
  const rest = {
    failed: having('failed'),
    blocked: having('blocked'),
    skipped: having('skipped'),
    'not run': having('not-run'),
  };
  return `${grouped(commands)}: ${counts({ passed, ...rest })}`;
}

function counts(numbers: Record<string, number>): string {
  const named = Object.entries(numbers).filter(([, number]) => number > 0);
  return named.map(([name, number]) => `${number} ${name}`).join(', ') || 'none judged';
}

function repeatsRow({ repeats }: Report): string | null {
  if (repeats === undefined) return null;
  const { times, changes } = repeats;
  const what = changes.length === 0 ? 'no verdict' : countOf(changes.length, 'verdict');
  return `${countOf(times, 'repeat')}, ${what} changed`;
}

function uncheckedRow(report: Report): string | null {
  const unchecked = report.posts.flatMap((post) =>
    post.blocks
      .flatMap((block) => block.commands)
      .flatMap((command) => command.expectations)
      .filter((expectation) => expectation.kind === 'unchecked')
      .map(
        (expectation) => `${report.posts.length > 1 ? `${post.path}:` : 'line '}${expectation.source.line}`,
      ),
  );
  if (unchecked.length === 0) return null;
  return `${countOf(unchecked.length, 'promise')} of the prose can't be checked for sure: ${unchecked.join(', ')}`;
}

function engineRow({ engine }: Report): string {
  if (engine === null) return 'none was started';
  const { version, api, compose, buildx, os, registry } = engine;
  return `Docker ${version} (API ${api}), Compose ${compose}, Buildx ${buildx}, on ${os}; images from ${registry}`;
}

function standInsRow({ posts, engine }: Report): string | null {
  const used = posts
    .flatMap((post) => post.images.filter((image) => image.standIn))
    .map((image) => image.name);
  const made = "made from Debian's packages for want of Docker Hub, not the official images";
  if (used.length > 0) return `${[...new Set(used)].sort().join(', ')}: ${made}`;
  // Which ones were used may be unknown: a post may remove what it pulled.
  return engine !== null && engine.standIns.length > 0 ? `the images of this registry are ${made}` : null;
}

const mostLeft = 5;

// Pulled images are there to be used again: of those the JSON tells.
function leftBehindRow(report: Report): string | null {
  const left = report.posts.flatMap(({ path, leftBehind }) => {
    const { images: _, ...kinds } = leftBehind;
    const named = Object.entries(kinds).filter(([, names]) => names.length > 0);
    return named.length === 0
      ? []
      : [
          `${path} leaves ${named.map(([kind, names]) => `${kind} ${names.map(short).join(', ')}`).join('; ')}`,
        ];
  });
  if (left.length === 0) return null;
  const more = left.length - mostLeft;
  return `${left.slice(0, mostLeft).join('. ')}${more > 0 ? `. And ${countOf(more, 'more post')}` : ''} (each on its own machine)`;
}

// A volume without a name has 64 digits.
function short(name: string): string {
  return /^[0-9a-f]{64}$/.test(name) ? name.slice(0, 12) : name;
}

function timeRow(report: Report): string {
  const ran = report.posts.filter((post) => post.unchangedSince === undefined);
  const ready = median(ran.map((post) => post.machineReadyMs).filter((ms) => ms > 0));
  const own = median(
    commandsOf({ posts: ran }).flatMap((command) => (command.ran === null ? [] : [command.overheadMs])),
  );
  return [
    `${formatDuration(report.durationMs)} in all`,
    ready === null ? '' : `a machine was ready in ${formatDuration(ready)}`,
    own === null ? '' : `Seaworthy's own time per command ${formatDuration(own)} (medians)`,
  ]
    .filter(Boolean)
    .join('; ');
}

function commandsOf(report: Pick<Report, 'posts'>): CommandReport[] {
  return report.posts.flatMap((post) => post.blocks).flatMap((block) => block.commands);
}

function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}

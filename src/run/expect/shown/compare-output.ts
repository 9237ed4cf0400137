import { type Circumstances, unknownCircumstances } from '../../../values/circumstances.ts';
import {
  describeAlike,
  describesComputer,
  describesEngine,
  namesSaidPort,
  tellsWhoAndWhere,
  typesOfItsOwn,
} from '../values/host-facts.ts';
import { isLinkLocal } from '../values/link-facts.ts';
import { type PrintedBy, printedBy } from '../values/printed-by.ts';
import { compareHeaders, headersIn } from './compare-headers.ts';
import { compareIdentity } from './compare-identity.ts';
import { compareJson } from './compare-json.ts';
import { compareLines, type LineRules } from './compare-lines.ts';
import { compareListing, isListing } from './compare-listing.ts';
import { compareStreams, isStreams } from './compare-streams.ts';
import { compareTable } from './compare-table.ts';
import { type Comparison, lineMissing, shorten } from './comparison.ts';
import { contentLines } from './line-form.ts';
import { isPage, visibleLines } from './page-text.ts';
import { compareProgress } from './progress/compare-progress.ts';
import { drawersOf } from './progress/drawn-by.ts';
import { type Progress, readProgress } from './progress/read-progress.ts';
import { headingAt, readTable } from './read-table.ts';

/**
 * Holds what the page shows against what was printed, by meaning rather than letters: each form of output (table,
 * JSON, progress, listing, headers, web page, plain lines) by what it says.
 */
export function compareOutput(
  shown: string,
  actual: string,
  circumstances: Circumstances = unknownCircumstances,
): Comparison {
  const expected = contentLines(shown);
  const printed = contentLines(actual);
  if (expected.length === 0) return { held: true, notes: [] };
  const by = printedBy(circumstances.ran);
  if (tellsWhoAndWhere(by, circumstances)) return compareFactsOfHost(expected, printed);
  const identity = compareIdentity(expected, printed);
  if (identity !== null) return identity;
  const json = compareJson(shown, actual, circumstances);
  if (json !== null) return json;
  if (isPage(shown) && isPage(actual))
    return comparePages(shown, actual, rulesFor({ by, circumstances, shown: expected, hidden: nothing }));
  if (isListing(by)) {
    const listing = compareListing(expected, printed, {
      ...circumstances,
      onHost: circumstances.onHost && !by.insideContainer,
    });
    if (listing !== null) return listing;
  }
  return by.recites && !by.viaDocker
    ? compareText(expected, printed, by, circumstances)
    : compareParts(expected, printed, by, circumstances);
}

// Progress may stand before, between and after the lines that matter.
function compareParts(
  expected: string[],
  printed: string[],
  by: PrintedBy,
  circumstances: Circumstances,
): Comparison {
  const drawers = drawersOf(circumstances.ran, [...expected, ...printed]);
  const [shown, actual] = [readProgress(expected, drawers), readProgress(printed, drawers)];
  const progress = compareProgress(shown.facts, actual.facts, circumstances, printed);
  if (!progress.held) return progress;
  const hidden = isDrawnByBuildKit(actual) ? shown.ofSteps : nothing;
  const rest = compareText(shown.rest, actual.rest, by, circumstances, hidden);
  return rest.held ? { held: true, notes: [...progress.notes, ...rest.notes] } : rest;
}

const nothing: ReadonlySet<string> = new Set();

// With its terminal, BuildKit keeps what the steps print to itself.
function isDrawnByBuildKit({ facts, ofSteps }: Progress): boolean {
  return ofSteps.size === 0 && facts.some(({ line }) => /^(?:\[\+\] Building|=> )/.test(line));
}

function compareText(
  shownLines: string[],
  actualLines: string[],
  by: PrintedBy,
  circumstances: Circumstances,
  hidden: ReadonlySet<string> = nothing,
): Comparison {
  const [shown, actual] = [withWholeHeading(shownLines), withWholeHeading(actualLines)];
  const rules = rulesFor({ by, circumstances, shown, hidden });
  if (shown.length === 0) return { held: true, notes: [] };
  if (by.programs.some((program) => program.startsWith('docker compose')) && isStreams(shown))
    return compareStreams(shown, actual, rules);
  // A text that somebody wrote has no form but its own.
  if (by.recites) return compareLines(shown, actual, rules);
  const table = describesComputer(by, circumstances) ? -1 : headingAt(shown);
  if (table !== -1) {
    const before = compareLines(shown.slice(0, table), actual, rules);
    return before.held ? compareTable(shown.slice(table), actual, circumstances) : before;
  }
  const headers = headersIn(shown);
  if (headers !== null && headers.end - headers.start > 1)
    return compareAnswer(shown, actual, headers, rules);
  return showsCell(shown, actual, rules) ? { held: true, notes: [] } : compareLines(shown, actual, rules);
}

// "You should see a PORTS column showing:" and below it only what stands in that column.
function showsCell(shown: readonly string[], actual: readonly string[], rules: LineRules): boolean {
  const head = headingAt(actual);
  if (head === -1 || shown.length !== 1) return false;
  const cells = readTable(actual.slice(head)).rows.flatMap((row) => [...row.cells.values()]);
  return cells.some((cell) => cell !== '' && compareLines(shown, [cell], rules).held);
}

// A heading that was too wide for the author's window stands on two lines.
function withWholeHeading(lines: string[]): string[] {
  const at = headingAt(lines);
  const next = lines[at + 1];
  if (at === -1 || next === undefined || !/^[A-Z]+ [A-Z]+$/.test(next)) return lines;
  return [...lines.slice(0, at), `${lines[at]} ${next}`, ...lines.slice(at + 2)];
}

function compareAnswer(
  shown: string[],
  actual: string[],
  { start, end }: { start: number; end: number },
  rules: LineRules,
): Comparison {
  const came = headersIn(actual) ?? { start: actual.length, end: actual.length };
  const before = compareLines(shown.slice(0, start), actual.slice(0, came.start), rules);
  if (!before.held) return before;
  const headers = compareHeaders(
    shown.slice(start, end),
    actual.slice(came.start, came.end),
    rules.circumstances,
  );
  if (!headers.held) return headers;
  const body = compareLines(shown.slice(end), actual.slice(came.end), rules);
  return body.held ? { held: true, notes: [...headers.notes, ...body.notes] } : body;
}

function comparePages(shown: string, actual: string, rules: LineRules): Comparison {
  return compareLines(visibleLines(shown), visibleLines(actual), rules);
}

function compareFactsOfHost(expected: string[], printed: string[]): Comparison {
  if (printed.length === 0) return lineMissing(expected[0]!, null);
  const same = expected.join('\n').trim() === printed.join('\n').trim();
  return {
    held: true,
    notes: same ? [] : [`the post shows “${expected[0]!.trim()}”, this was “${printed[0]!.trim()}”`],
  };
}

interface Rest {
  by: PrintedBy;
  circumstances: Circumstances;
  shown: readonly string[];
  /** Shown lines that the builder here doesn't show. */
  hidden: ReadonlySet<string>;
}

function rulesFor(rest: Rest): LineRules {
  const { by, circumstances } = rest;
  return {
    circumstances,
    more: typesOfItsOwn(by),
    whole: by.recites,
    anyOrder: describesEngine(by),
    mayLack: (line, actual) => mayLack(line, actual, rest),
  };
}

function mayLack(line: string, actual: readonly string[], rest: Rest): string | null {
  const { by, circumstances, shown, hidden } = rest;
  if (describesEngine(by)) {
    const key = line.trim().split(':')[0]!;
    const isPrinted = actual.some((other) => other.trim().split(':')[0] === key);
    return isPrinted ? null : `“${key}” is not printed any more`;
  }
  if (
    describesComputer(by, circumstances) &&
    describeAlike(shown, actual) &&
    !namesSaidPort(line, circumstances)
  )
    return `not compared, because each computer prints others: “${shorten(line)}”`;
  if (by.programs[0] === 'ip' && isLinkLocal(line))
    return `not compared, because not every computer has it: “${shorten(line)}”`;
  const isError = /^\s*(?:ERROR|error|failed|=> ERROR)\b/.test(line);
  return hidden.has(line) && !isError
    ? `not compared, because the builder doesn't show what its steps print: “${shorten(line)}”`
    : null;
}

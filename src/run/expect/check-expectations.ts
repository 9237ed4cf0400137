import type { Machine } from '../../machine/machine.ts';
import type { PlannedBlock, PlannedCommand, PlannedExpectation } from '../../model/plan.ts';
import type { CommandReport, ExpectationReport } from '../../model/report.ts';
import type { Circumstances } from '../../values/circumstances.ts';
import { saidBefore } from '../../values/page-words.ts';
import { circumstancesOf } from '../circumstances-of.ts';
import { printedAbove } from '../printed-above.ts';
import { checkAbsent } from './absent.ts';
import { checkPage } from './http.ts';
import { checkScript } from './script.ts';
import { compareOutput } from './shown/compare-output.ts';
import type { Comparison } from './shown/comparison.ts';
import { checkWords } from './words.ts';

/** What came of holding expectations against an output; `notes` say what differs all the same. */
export interface Checked {
  reports: ExpectationReport[];
  notes: string[];
}

/** Holds a command's expectations that only need its output. */
export function checkOutput(
  expectations: readonly PlannedExpectation[],
  output: string,
  circumstances: Circumstances,
): Checked {
  const reports: ExpectationReport[] = [];
  const notes: string[] = [];
  for (const expectation of expectations) {
    const checked = check(expectation, output, circumstances);
    if (checked === null) continue;
    reports.push(checked.report);
    notes.push(...checked.notes);
  }
  return { reports, notes };
}

function check(
  expectation: PlannedExpectation,
  output: string,
  circumstances: Circumstances,
): { report: ExpectationReport; notes: readonly string[] } | null {
  const { ran, above } = circumstances;
  switch (expectation.kind) {
    case 'words':
      return { report: checkWords(expectation, { ran, output }, above), notes: [] };
    case 'absent':
      return { report: checkAbsent(expectation, output), notes: [] };
    case 'unchecked':
      return { report: unchecked(expectation), notes: [] };
    case 'output':
      return checkShown(expectation, output, circumstances);
    // `checkMachine` holds these.
    case 'http':
    case 'run':
      return null;
  }
}

function unchecked({ source, sentence, because }: Expecting<'unchecked'>): ExpectationReport {
  const message = `${sentence} (${because})`;
  return { kind: 'unchecked', source: { line: source.line }, held: null, message };
}

function checkShown(
  expectation: Expecting<'output'>,
  output: string,
  circumstances: Circumstances,
): { report: ExpectationReport; notes: readonly string[] } {
  const comparison = compareShown(expectation, output, circumstances);
  const { held } = comparison;
  const message = held ? 'printed what the post shows' : comparison.message;
  const report = { kind: 'output', source: { line: expectation.source.line }, held, message } as const;
  return { report, notes: held ? comparison.notes : [] };
}

type Expecting<Kind> = Extract<PlannedExpectation, { kind: Kind }>;

// An output below a block with several commands shows what the last one prints, or what all of them do.
function compareShown(
  { text: shown, from }: Expecting<'output'>,
  printed: string,
  circumstances: Circumstances,
): Comparison {
  const text = withBound(shown, circumstances);
  // What is typed into Python is a file of another name since version 3.13.
  const output = text.includes('"<stdin>"') ? printed.replace(/<python-input-\d+>/g, '<stdin>') : printed;
  const ofLast = compareOutput(text, output, circumstances);
  const { above = [] } = circumstances;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (ofLast.held || from !== 'output-block' || above.length === 0 || lines.length < 2) return ofLast;
  const printedAbove = above.map((one) => one.output).join('\n');
  if (!compareOutput(lines[0]!, printedAbove, circumstances).held) return ofLast;
  // What the last command prints must not be held by a line of an earlier one: a table may have been shown twice.
  const end = compareOutput(lines.at(-1)!, output, circumstances);
  if (output.trim() !== '' && !end.held) return end;
  const ran = [...above.map((one) => one.ran), circumstances.ran].join('\n');
  return compareOutput(text, `${printedAbove}\n${output}`, { ...circumstances, ran });
}

// `docker stop 4e5` prints what was typed: a line that is only a placeholder shows what it was bound to.
function withBound(text: string, { bindings }: Circumstances): string {
  return text
    .split('\n')
    .map((line) => (Object.hasOwn(bindings, line.trim()) ? bindings[line.trim()]! : line))
    .join('\n');
}

/**
 * Holds a command's expectations against what an earlier run of the same command has printed. `blocks`: its page's;
 * `reports`: of that run, by the ids of the commands in these blocks.
 */
export function checkRecorded(
  command: PlannedCommand,
  blocks: readonly PlannedBlock[],
  reports: ReadonlyMap<string, CommandReport>,
): Checked {
  const recorded = reports.get(command.id);
  if (recorded === undefined) throw new Error(`no report of command ${command.id}`);
  const block = blocks.find((one) => 'commands' in one && one.commands.includes(command));
  const circumstances = {
    ...circumstancesOf(command, recorded, saidBefore(blocks, command)),
    above: block === undefined ? [] : printedAbove(command, block, reports),
  };
  return checkOutput(command.expectations, recorded.output, circumstances);
}

/** Holds a command's expectations of what must be so in the machine: pages that answer, hidden checks. */
export async function checkMachine(
  expectations: readonly PlannedExpectation[],
  machine: Machine,
  patienceMs: number,
): Promise<ExpectationReport[]> {
  const reports: ExpectationReport[] = [];
  for (const expectation of expectations)
    if (expectation.kind === 'http') reports.push(await checkPage(expectation, machine, patienceMs));
    else if (expectation.kind === 'run') reports.push(await checkScript(expectation, machine, patienceMs));
  return reports;
}

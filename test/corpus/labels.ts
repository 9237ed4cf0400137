import { readFileSync } from 'node:fs';
import type { Plan, PlannedBlock, PlannedCommand } from '../../src/model/plan.ts';

/** What a person who read a page says about one of its blocks. Nothing is an empty text. */
export interface Label {
  /** The line of the block's fence, or its first line when it is indented. */
  line: number;
  kind: string;
  /** For each command that is not plain its number and traits: `c1=opens c2=terminal2+foreground`. */
  traits: string;
  /** For each placeholder its text and the object that it stands for: `CONTAINER_ID=container`. */
  placeholders: string;
  /** The verdict on a machine without network and with the project's stand-ins. */
  verdict: string;
  remark: string;
  /** The columns in which the plan is known to differ, and why: `kind: …`. */
  differs: string;
}

/** The labels in a file of tab-separated columns with a header. */
export function readLabels(path: string): Label[] {
  const [header = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const names = header.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t').map((cell) => (cell === '-' ? '' : cell));
    if (cells.length !== names.length) throw new Error(`${path}: ${row} has ${cells.length} columns`);
    const label = Object.fromEntries(names.map((name, index) => [name, cells[index]]));
    return { ...label, line: Number(label.line) } as unknown as Label;
  });
}

/** What a plan says in the columns of the labels. */
export function planned(plan: Plan): Pick<Label, 'line' | 'kind' | 'traits' | 'placeholders'>[] {
  return plan.blocks.map((block) => ({
    line: block.place.line,
    kind: block.kind,
    traits: commandsOf(block).flatMap(traits).join(' '),
    placeholders: commandsOf(block).flatMap(placeholders).join(' '),
  }));
}

function commandsOf(block: PlannedBlock): PlannedCommand[] {
  return 'commands' in block ? block.commands : [];
}

function traits(command: PlannedCommand, index: number): string[] {
  const found = [
    ...(command.terminal === undefined ? [] : [`terminal${command.terminal}`]),
    ...(command.trait.kind === 'plain' ? [] : [command.trait.kind]),
    ...(command.alternative === null ? [] : ['alternative']),
  ];
  return found.length === 0 ? [] : [`c${index + 1}=${found.join('+')}`];
}

function placeholders(command: PlannedCommand): string[] {
  return command.placeholders.map((one) => `${one.text}=${one.wants.object}`);
}

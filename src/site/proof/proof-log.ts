import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { countOf } from '../../lib/count-of.ts';
import { formatDuration } from '../../lib/duration.ts';
import { visible } from '../../lib/visible.ts';
import type { BlockProof, CommandProof } from '../../model/proof.ts';
import type { Cause } from '../../model/report.ts';
import { causeSentence, hintSentence } from '../../report/message.ts';
import type { BlockReading, BlockState } from './block-state.ts';
import { type EngineRun, engineNames } from './engine-runs.ts';
import { isLong, printedOutput } from './printed.ts';
import { signOf } from './proof-summary.ts';
import { stateWords } from './proof-words.ts';

/**
 * Everything that was seen when a block was run; where engines differ, for each of them, the worst first. `rest`: where all
 * of it stands, so that long outputs and what other engines have shown in the same way are left out; null for all of it here.
 */
export function proofLog({ readings }: BlockState, rest: string | null): Element[] {
  const [first, ...others] = readings;
  if (!first) return [];
  const all = readings.flatMap((reading) => {
    const isWhole = reading === first || rest === null;
    return [others.length > 0 ? engineOf(reading, isWhole) : null, ...readingLog(reading, { rest, isWhole })];
  });
  return [...all, restOf(first.proof, rest)].filter((element) => element !== null);
}

function engineOf({ engines, proof, differences }: BlockReading, isWhole: boolean): Element {
  const on = isWhole || differences.size === proof.commands.length ? 'On' : 'Different on';
  return h('p.on', `${on} Docker ${engineNames(engines)}`);
}

function readingLog(
  reading: BlockReading,
  { rest, isWhole }: { rest: string | null; isWhole: boolean },
): (Element | null)[] {
  const { proof, engines, differences } = reading;
  const shown = isWhole ? proof.commands : [...differences.keys()];
  return [
    proof.cause ? causeOf(proof.cause) : null,
    ...shown.flatMap((command) => commandLog(command, { reading, rest })),
    standInsOf(shown, engines),
  ];
}

interface Showing {
  reading: BlockReading;
  rest: string | null;
}

function commandLog(command: CommandProof, { reading, rest }: Showing): Element[] {
  const { proof: block } = reading;
  const isOnly = block.commands.length === 1;
  const isSame = command.ran === null || command.ran.trim() === command.source.trim();
  const shows = !isOnly || !isSame;
  // Where the whole block has passed, its own mark says so of each command.
  const state = rest !== null && block.verdict === 'passed' ? null : stateOf(command);
  return [
    shows
      ? h('p.ran', [
          ...(state ? [state, text(' ')] : []),
          h('code', command.ran ?? command.source),
          text(` ${timing(command, rest)}`.trimEnd()),
        ])
      : null,
    ...bindings(command),
    ...command.prepared.map((prepared) =>
      h('p', [text('Prepared beforehand: '), h('code', visible(prepared))]),
    ),
    ...printedOutput(command, { reading, isWhole: rest === null }),
    ...command.notes.map((note) => h('p', ['Note: ', visible(note)])),
    ...promises(command, rest),
    command.cause ? causeOf(command.cause) : null,
  ].filter((element) => element !== null);
}

// A tick says it all; other signs need their word.
function stateOf({ verdict }: CommandProof): Element {
  const state = verdict ?? 'unproven';
  const word = state === 'passed' ? '' : ` ${stateWords[state]}:`;
  return h('b', { dataState: state }, `${signOf(state)}${word}`);
}

// How long all of a block took, its mark says.
function timing({ exitStatus, durationMs }: CommandProof, rest: string | null): string {
  if (exitStatus === null) return '';
  const ended = exitStatus === 0 ? [] : [`ended with ${exitStatus}`];
  const took = rest === null ? [formatDuration(durationMs)] : [];
  return [...ended, ...took].join(', ');
}

function bindings({ bindings: values }: CommandProof): Element[] {
  return Object.entries(values).map(([name, value]) =>
    h('p', [h('code', name), text(' was '), h('code', visible(value))]),
  );
}

// The page tells what did not hold or was not checked; the record tells of each promise.
function promises({ expectations }: CommandProof, rest: string | null): Element[] {
  const told = rest === null ? expectations : expectations.filter((one) => !one.held);
  return told.map(({ held, message }) => {
    const state = held === null ? 'unproven' : held ? 'passed' : 'failed';
    const label = held === null ? 'Not checked: ' : held ? '' : 'Not as promised: ';
    return h('p', [h('b', { dataState: state }, signOf(state)), ` ${label}${visible(message)}`]);
  });
}

// How many promises of the text held, and where all of them stand with all lines that were printed.
function restOf({ commands }: BlockProof, rest: string | null): Element | null {
  const held = commands.flatMap(({ expectations }) => expectations).filter((one) => one.held).length;
  const isCut = commands.some(isLong);
  if (rest === null || (held === 0 && !isCut)) return null;
  const words = held === 0 ? 'All lines' : `${countOf(held, 'promise')} of the text held`;
  return h('p', h('a', { href: rest }, words));
}

function causeOf(cause: Cause): Element {
  return h('p.cause', `${causeSentence(cause)} ${hintSentence(cause)}`.trimEnd());
}

function standInsOf(commands: readonly CommandProof[], engines: readonly EngineRun[]): Element | null {
  const typed = commands
    .map(({ ran }) => ran ?? '')
    .join('\n')
    .split(/\s+/);
  const standIns = new Set(engines.flatMap((run) => run.standIns));
  const used = [...standIns].filter((image) => {
    const [name = ''] = image.split(':');
    return typed.some((word) => word === name || word.startsWith(`${name}:`));
  });
  if (used.length === 0) return null;
  const names = used.map((image) => image.replace(/:latest$/, '')).join(', ');
  return h('p', `The image ${names} was a stand-in for the official one.`);
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

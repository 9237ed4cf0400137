import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { countOf } from '../lib/count-of.ts';
import { formatDuration } from '../lib/duration.ts';
import { visible } from '../lib/visible.ts';
import type { BlockKind } from '../model/plan.ts';
import type { BlockProof, CommandProof } from '../model/proof.ts';
import type { Cause } from '../model/report.ts';
import type { ProofState } from '../model/site-status.ts';
import { causeSentence } from '../report/message.ts';
import type { PostProof } from './post-proof.ts';
import { signOf } from './proof-summary.ts';

/** How a block or a command stands, for readers. */
export const stateWords = {
  passed: 'Proven',
  failed: 'Failed',
  blocked: 'Could not be tried',
  skipped: 'Left out',
  'not-run': 'Not run',
  changed: 'Not verified since it changed',
  unproven: 'Not verified yet',
} as const satisfies Record<ProofState, string>;

// Of a longer output the page shows how it begins and ends; the record has all of it.
const shownLines = 2;

/**
 * Everything that was seen when a block was run. `rest`: where all of it stands, so that long outputs are only shown in
 * part; null for all of it here.
 */
export function proofLog(proof: BlockProof, post: PostProof, rest: string | null): Element[] {
  const isOnly = proof.commands.length === 1;
  return [
    proof.cause ? causeOf(proof.cause) : null,
    ...proof.commands.flatMap((command) => commandLog(command, { isOnly, block: proof, rest })),
    standInsOf(proof, post),
    restOf(proof, rest),
  ].filter((element) => element !== null);
}

interface Showing {
  isOnly: boolean;
  block: BlockProof;
  rest: string | null;
}

function commandLog(command: CommandProof, { isOnly, block, rest }: Showing): Element[] {
  const isSame = command.ran === null || command.ran.trim() === command.source.trim();
  const shows = !isOnly || !isSame;
  // Where the whole block has passed, its own mark says so of each command.
  const state = rest !== null && block.verdict === 'passed' ? null : stateOf(command);
  return [
    shows
      ? h('p.ran', [
          ...(state ? [state, text(' ')] : []),
          h('code', command.ran ?? command.source),
          text(timing(command)),
        ])
      : null,
    ...bindings(command),
    ...command.prepared.map((prepared) =>
      h('p', [text('Prepared beforehand: '), h('code', visible(prepared))]),
    ),
    ...printed(command, { kind: block.kind, rest }),
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

function timing({ exitStatus, durationMs }: CommandProof): string {
  if (exitStatus === null) return '';
  return exitStatus === 0
    ? ` ${formatDuration(durationMs)}`
    : ` ended with ${exitStatus}, ${formatDuration(durationMs)}`;
}

function bindings({ bindings: values }: CommandProof): Element[] {
  return Object.entries(values).map(([name, value]) =>
    h('p', [h('code', name), text(' was '), h('code', visible(value))]),
  );
}

function printed(
  { output, ran, verdict }: CommandProof,
  { kind, rest }: { kind: BlockKind; rest: string | null },
): Element[] {
  if (output.trim() === '') {
    const said = ran !== null && verdict !== null && kind !== 'usage';
    return said ? [h('p', 'It printed nothing.')] : [];
  }
  const lines = linesOf(output);
  const shown = rest !== null && isLongOutput(lines) ? excerptOf(lines) : lines;
  const isWide = shown.some((line) => line.length > 30);
  return [
    h(
      'pre.printed',
      isWide ? { tabIndex: 0 } : {},
      h('samp', rest === null ? shown.join('\n') : withShortIds(shown.join('\n'))),
    ),
  ];
}

// The end says what came of it.
function excerptOf(lines: readonly string[]): string[] {
  const half = shownLines / 2;
  return [...lines.slice(0, half), '…', ...lines.slice(-half)];
}

// Nobody compares 64 digits, and what can't be compressed is most of what a page weighs. The record has them all.
function withShortIds(text: string): string {
  return text.replace(/(?<![\da-f])([\da-f]{12})[\da-f]{52}(?![\da-f])/g, '$1…');
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
  const isCut = commands.some(({ output }) => isLongOutput(linesOf(output)));
  if (rest === null || (held === 0 && !isCut)) return null;
  const words = held === 0 ? 'All lines' : `${countOf(held, 'promise')} of the text held`;
  return h('p', h('a', { href: rest }, words));
}

function linesOf(output: string): string[] {
  return visible(output.replace(/\n+$/, '')).split('\n');
}

function isLongOutput(lines: readonly string[]): boolean {
  return lines.length > shownLines + 2;
}

function causeOf(cause: Cause): Element {
  return h('p.cause', [causeSentence(cause), cause.hint ? ` ${visible(cause.hint)}` : '']);
}

function standInsOf({ commands }: BlockProof, { record }: PostProof): Element | null {
  const typed = commands
    .map(({ ran }) => ran ?? '')
    .join('\n')
    .split(/\s+/);
  const used = (record?.standIns ?? []).filter((image) => {
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

import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { formatDuration } from '../lib/duration.ts';
import { visible } from '../lib/visible.ts';
import type { PlannedBlock } from '../model/plan.ts';
import type { BlockProof, CommandProof } from '../model/proof.ts';
import type { Cause } from '../model/report.ts';
import { causeSentence } from '../report/message.ts';
import { timeElement } from './dates.ts';
import type { BlockState, PostProof, ProofState } from './post-proof.ts';
import { symbolOf } from './proof-summary.ts';

const words = {
  passed: 'Proven',
  failed: 'Failed',
  blocked: 'Could not be tried',
  skipped: 'Left out',
  'not-run': 'Not run',
  changed: 'Not verified since it changed',
  unproven: 'Not verified yet',
} as const satisfies Record<ProofState, string>;

/** The mark under a code block: its state in words; opened, everything that was seen when it was run. */
export function proofMark(state: BlockState, post: PostProof): Element {
  const { proof } = state;
  const details = proof ? detailsOf(proof, post) : [];
  const line = [symbolOf(state.state), h('span', summaryLine(state, post))];
  if (details.length === 0) return h('p.proof', { dataState: state.state }, line);
  return h('details.proof', { dataState: state.state }, [h('summary', line), h('div.log', details)]);
}

function summaryLine({ block, state, proof }: BlockState, { record }: PostProof): ElementContent[] {
  if (proof === null || record === null) return [h('b', words[state])];
  const word =
    state === 'passed' ? passedWord(block) : state === 'blocked' ? blockedWord(proof) : words[state];
  const duration = proof.commands.reduce((sum, command) => sum + command.durationMs, 0);
  const ran = state === 'passed' || state === 'failed';
  return [
    h('b', word),
    text(state === 'blocked' ? ', tried ' : ' '),
    timeElement(record.recordedAt),
    text(ran ? ` · Docker ${record.engine.version}` : ''),
    text(ran && duration > 0 ? ` · ${formatDuration(duration)}` : ''),
  ];
}

function passedWord({ kind }: PlannedBlock): string {
  if (kind === 'usage') return 'Same as the tool’s own help';
  if (kind === 'output') return 'Seen as shown';
  return kind === 'file' ? 'Used as shown' : 'Proven';
}

function blockedWord({ cause, commands }: BlockProof): string {
  const whose = cause?.whose ?? commands.find(({ verdict }) => verdict === 'blocked')?.cause?.whose;
  if (whose === 'network') return 'Needs the internet';
  return whose === 'registry' ? 'Needs an image registry' : words.blocked;
}

function detailsOf(proof: BlockProof, post: PostProof): Element[] {
  const isOnly = proof.commands.length === 1;
  return [
    proof.cause ? causeOf(proof.cause) : null,
    ...proof.commands.flatMap((command) => commandLog(command, { isOnly, kind: proof.kind })),
    standInsOf(proof, post),
  ].filter((element) => element !== null);
}

function commandLog(command: CommandProof, { isOnly, kind }: { isOnly: boolean; kind: string }): Element[] {
  const isSame = command.ran === null || command.ran.trim() === command.source.trim();
  const shows = !isOnly || !isSame;
  return [
    shows
      ? h('p.ran', [stateOf(command), h('code', command.ran ?? command.source), text(timing(command))])
      : null,
    ...bindings(command),
    ...command.prepared.map((prepared) =>
      h('p', [text('Prepared beforehand: '), h('code', visible(prepared))]),
    ),
    printed(command, kind),
    ...command.notes.map((note) => h('p', ['Note: ', visible(note)])),
    ...promises(command),
    command.cause ? causeOf(command.cause) : null,
  ].filter((element) => element !== null);
}

function stateOf({ verdict }: CommandProof): Element {
  return h('span.state', { dataState: verdict ?? 'unproven' }, [
    symbolOf(verdict ?? 'unproven'),
    h('span.sr-only', `${words[verdict ?? 'unproven']}: `),
  ]);
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

function printed({ output, ran, verdict }: CommandProof, kind: string): Element | null {
  if (output.trim() === '') {
    const said = ran !== null && verdict !== null && kind !== 'usage';
    return said ? h('p', 'It printed nothing.') : null;
  }
  const shown = visible(output.replace(/\n+$/, ''));
  const isWide = shown.split('\n').some((line) => line.length > 30);
  return h('pre.printed', isWide ? { tabIndex: 0 } : {}, h('samp', shown));
}

function promises({ expectations }: CommandProof): Element[] {
  return expectations.map(({ held, message }) => {
    const state = held === null ? 'unproven' : held ? 'passed' : 'failed';
    const label = held === null ? 'Not checked: ' : held ? '' : 'Not as promised: ';
    return h('p.promise', { dataState: state }, [symbolOf(state), label, visible(message)]);
  });
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

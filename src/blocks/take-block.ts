import { createHash } from 'node:crypto';
import type { Block } from '../model/block.ts';
import type { FileStep, PlannedBlock } from '../model/plan.ts';
import { readsAsShell } from '../shell/reads-as-shell.ts';
import type { BlockContext, Ruling } from './block-context.ts';
import { blockContextOf } from './block-context-of.ts';
import { decide } from './decide.ts';
import { directiveFindings } from './directives/directives.ts';
import { savedContent } from './files/file-content.ts';
import { uncertainFile } from './files/file-findings.ts';
import { fileStep } from './files/file-step.ts';
import { noteSaved, noteUnsure, unsureName } from './files/unsure-files.ts';
import { takeAddress, takeOutputBlock } from './outputs/take-output.ts';
import { unprovenOutput } from './outputs/unproven-output.ts';
import { isToldToDetach } from './rooms/detach-keys.ts';
import { leftUntoldFindings } from './rooms/leave-room.ts';
import { lostRoomFindings, withoutLostRoom } from './rooms/lost-room.ts';
import { leavesSilently } from './rules/inside.ts';
import { takeCommands } from './take-commands.ts';
import { labelledSystem } from './traits/system-label.ts';
import { unreadCommands } from './unread-commands.ts';
import type { PageWalk } from './walk-state.ts';

/** Decides what a block is, plans it, and carries on what it changes (rooms, the last command). */
export function takeBlock(walk: PageWalk, block: Block, index: number): void {
  const context = blockContextOf(walk, block, index);
  if (leavesSilently(context)) {
    if (!walk.terminals.detached.has(context.terminal))
      walk.findings.push(...leftUntoldFindings(context, walk.sinceLast));
    if (context.rooms.length > 0 && isToldToDetach(context.before))
      walk.terminals.detached.add(context.terminal);
    context.rooms.length = 0;
  }
  const decided = decide(context);
  const ruling = withoutLostRoom(context, decided);
  // Planning its commands may leave the room.
  const lost = lostRoomFindings(context, decided);
  const planned = planBlock(walk, { context, ruling });
  walk.blocks.push(planned);
  walk.findings.push(
    ...lost,
    ...(decided.kind === 'text' ? [...unreadCommands(context), ...unprovenOutput(context)] : []),
    ...directiveFindings(context.directive, planned.kind),
  );
  walk.directive = null;
  walk.before = [];
  walk.pending = [];
}

interface Decided {
  context: BlockContext;
  ruling: Ruling;
}

function planBlock(walk: PageWalk, { context, ruling }: Decided): PlannedBlock {
  const { block } = context;
  const common = {
    id: block.id,
    place: block.place,
    language: block.language,
    because: ruling.because,
    hash: createHash('sha256')
      .update(block.raw ?? block.text, 'utf8')
      .digest('hex'),
    section: context.section,
  };
  switch (ruling.kind) {
    case 'text':
      takeUncertain(walk, context);
      takeAddress(walk, context);
      return { ...common, kind: 'text' };
    case 'file':
      walk.lastIsNear = false;
      walk.edited = null;
      if (labelledSystem(walk.tabs.name() ?? '') === 'other')
        return { ...common, kind: 'text', because: `Only readers of the tab "${walk.tabs.name()}" save it.` };
      noteSaved(walk.unsure, ruling.name);
      return walk.tabs.addFile({ ...common, ...plannedFile(ruling, context) });
    case 'output':
      return { ...common, kind: 'output', of: takeOutputBlock(walk, context) };
    default:
      return {
        ...common,
        kind: ruling.kind,
        commands: takeCommands(walk, context, ruling).map((draft) => draft.planned),
      };
  }
}

function takeUncertain(walk: PageWalk, context: BlockContext): void {
  if (readsAsShell(context.block.text)) return;
  const findings = uncertainFile(context);
  const name = findings.length === 0 ? null : unsureName(context);
  walk.findings.push(...findings);
  if (name !== null) noteUnsure(walk.unsure, name, context.block.place.line);
}

function plannedFile(ruling: Ruling & { kind: 'file' }, context: BlockContext) {
  const { name, because } = ruling;
  const step = ruling.step ?? fileStep(name, context);
  const content = savedContent(name, context);
  return { kind: 'file' as const, because: because + notes[step], file: { name, content, step } };
}

const notes = {
  saved: '',
  shown: ' No sentence asks to save it: it is written where nothing is there, and compared otherwise.',
  made: ' A command before it writes to it: it is compared with what is there.',
} satisfies Record<FileStep, string>;

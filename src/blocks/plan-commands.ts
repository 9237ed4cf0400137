import type { Block } from '../model/block.ts';
import type { CommandTrait } from '../model/plan.ts';
import { parseShell } from '../shell/parse-shell.ts';
import { markInside } from './alternatives/alternatives.ts';
import type { BlockContext, Ruling } from './block-context.ts';
import type { Cut } from './cut/cut.ts';
import { cutLines, cutPlainLines } from './cut/cut-lines.ts';
import { cutStatements } from './cut/cut-statements.ts';
import { cutTranscript } from './cut/cut-transcript.ts';
import { writtenInEditor } from './files/editor.ts';
import { addCommentOutputs } from './outputs/comment-outputs.ts';
import { overrule } from './overrule.ts';
import { planCommand, type Told } from './plan-command.ts';
import { answersSaid } from './prose-answers.ts';
import { roomsWithDocker } from './rooms/leave-room.ts';
import { otherByComment, otherSystem } from './traits/other-system.ts';

/** The commands of a block that is typed, with all that the block itself says about them. Opens and leaves rooms. */
export function planCommands(context: BlockContext, ruling: Ruling, tab: string | null): Cut[] {
  const cuts = cutBlock(context, ruling);
  const planned =
    ruling.kind === 'usage' || ruling.kind === 'catalogue' ? cuts : planTyped(cuts, context, tab);
  overrule(planned, context);
  return planned;
}

// Each command in turn, since those behind it are read in the room that it opens.
function planTyped(cuts: Cut[], context: BlockContext, tab: string | null): Cut[] {
  const told = toldAround(context);
  const planned: Cut[] = [];
  let waiting = cuts;
  while (waiting.length > 0) {
    const [cut, ...rest] = waiting as [Cut, ...Cut[]];
    if (leavesForDocker(cut, context)) {
      waiting = recut(context, cut.start);
      continue;
    }
    const rooms = context.rooms.length;
    planCommand(cut, context, { ...told, isLast: rest.length === 0 });
    cut.planned.trait = writtenInEditor(cut, planned.at(-1)) ?? cut.planned.trait;
    planned.push(cut);
    waiting = context.transcript === null && context.rooms.length !== rooms ? recut(context, cut.end) : rest;
  }
  for (const [index, cut] of planned.entries()) cut.planned.id = `${context.block.id}c${index + 1}`;
  const elsewhere = otherSystem(context, tab);
  if (elsewhere !== null) for (const cut of planned) cut.planned.trait = elsewhere;
  else leaveOutOthers(planned, context.block);
  if (context.transcript === null) {
    markInside(planned, context.shell, context.block);
    addCommentOutputs(planned, context);
  }
  return planned;
}

function toldAround({ before, after }: BlockContext): Omit<Told, 'isLast'> {
  const sentences = [...before, ...after.slice(0, 3)];
  return { prose: sentences.map(({ text }) => text).join(' '), answers: answersSaid(sentences) };
}

// A comment that names a system is for all that stands below it without a blank line or another comment.
function leaveOutOthers(cuts: readonly Cut[], { text }: Block): void {
  let other: CommandTrait | null = null;
  for (const [index, { planned, start }] of cuts.entries()) {
    const above = cuts[index - 1];
    const isJoined = above !== undefined && /^[^\S\n]*\n[^\S\n]*$/.test(text.slice(above.end, start));
    if (planned.comment !== null || !isJoined) other = otherByComment(planned.comment);
    if (other !== null) planned.trait = other;
  }
}

function cutBlock(context: BlockContext, ruling: Ruling): Cut[] {
  const { block } = context;
  if (context.language === 'windows') return cutPlainLines(block, /^(?:PS[^>]*>|[A-Z]:\\[^>]*>)?\s*/);
  if (ruling.kind === 'usage') return cutPlainLines(block, /^\s*(?:\$\s+)?/);
  if (context.transcript !== null) return cutTranscript(block, context.transcript, context.names);
  const room = context.rooms.at(-1);
  if (room?.kind === 'repl') return cutLines(block, 0, room.opener.planned.source);
  if (context.shell.error !== null && context.shell.statements.length === 0)
    return cutPlainLines(block, /^\s*/);
  return cutStatements(block, context.shell, context.names);
}

// Behind a command that opened or left a REPL the rest of the block is another language.
function recut(context: BlockContext, from: number): Cut[] {
  const { block } = context;
  const room = context.rooms.at(-1);
  if (room?.kind === 'repl') return cutLines(block, from, room.opener.planned.source);
  const blanked = block.text.slice(0, from).replace(/[^\n]/g, ' ') + block.text.slice(from);
  return cutStatements(block, parseShell(blanked), context.names);
}

// A Docker command without a prompt that says where it is typed: the reader has left the container.
function leavesForDocker(cut: Cut, context: BlockContext): boolean {
  const left = roomsWithDocker(context.rooms);
  if (context.transcript !== null || left === context.rooms.length) return false;
  if (!/^(?:sudo\s+)?docker(?:-compose)?\s/.test(cut.planned.source)) return false;
  context.rooms.length = left;
  return true;
}

import type { Block } from '../model/block.ts';
import type { CommandTrait, PlannedExpectation } from '../model/plan.ts';
import { withoutMarks } from '../shell/mask-placeholders.ts';
import { parseShell } from '../shell/parse-shell.ts';
import { markInside } from './alternatives/alternatives.ts';
import type { BlockContext, Ruling } from './block-context.ts';
import { type Cut, cutLines, cutPlainLines, cutStatements, cutTranscript } from './cut-commands.ts';
import { byHand, writtenInEditor } from './files/editor.ts';
import { isName, sortsNamed } from './names/own-names.ts';
import { addCommentOutputs } from './outputs/comment-outputs.ts';
import { looksEndless, looksLikeFailure } from './outputs/output-look.ts';
import { printsOthers } from './outputs/prints-others.ts';
import { answersSaid, type SaidAnswer } from './prose-answers.ts';
import { placeInBlock } from './reading/source-lines.ts';
import { roomsWithDocker } from './rooms/leave-room.ts';
import { isSaidToBeInside, isSharedPrompt, noteSharedPrompt } from './rules/inside.ts';
import { failingByExit } from './traits/dying.ts';
import { failing, failingByComment, failingByProse } from './traits/failing.ts';
import { otherNode } from './traits/other-node.ts';
import { otherByComment, otherEngine, otherManager, otherSystem } from './traits/other-system.ts';
import { removesEngine } from './traits/removes-engine.ts';
import { traitOf } from './traits/traits.ts';

/** The commands of a block that is typed, with all that the block itself says about them. Opens and leaves rooms. */
export function planCommands(context: BlockContext, ruling: Ruling, tab: string | null): Cut[] {
  const cuts = cutBlock(context, ruling);
  if (ruling.kind === 'usage' || ruling.kind === 'catalogue') return finish(cuts, context);
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
    takeNames(cut, context);
    decideTrait(cut, context, { ...told, isLast: rest.length === 0 });
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
  return finish(planned, context);
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

function takeNames(cut: Cut, { names, directive }: BlockContext): void {
  cut.planned.placeholders = cut.planned.placeholders.filter(
    (one) => directive.bind.has(one.text) || !isName(one, names.sortsNamed),
  );
  for (const sort of sortsNamed(cut.commands, cut.found)) names.sortsNamed.add(sort);
}

/** What the sentences around a block say of its commands. */
interface Told {
  prose: string;
  answers: SaidAnswer[];
}

function toldAround({ before, after }: BlockContext): Told {
  const sentences = [...before, ...after.slice(0, 3)];
  return { prose: sentences.map(({ text }) => text).join(' '), answers: answersSaid(sentences) };
}

function decideTrait(cut: Cut, context: BlockContext, told: Told & { isLast: boolean }): void {
  const { prose, isLast } = told;
  leaveByPrompt(cut, context);
  const innermost = context.rooms.at(-1);
  if (innermost !== undefined) innermost.ownPrompt ??= cut.prompt;
  const room = innermost?.kind ?? null;
  if (context.rooms.length > 0) cut.planned.depth = context.rooms.length;
  const output = cut.output === null ? '' : context.block.text.slice(cut.output.start, cut.output.end);
  if (cut.output !== null) addTranscriptOutput(cut, context.block, output);
  if (told.answers.length > 0) cut.planned.answers = [...(cut.planned.answers ?? []), ...told.answers];
  cut.planned.trait =
    otherNode(context, cut.commands) ??
    (room === null ? (otherManager(cut.commands) ?? otherEngine(cut.commands, cut.planned.source)) : null) ??
    (room === null
      ? removesEngine(cut.commands, { source: cut.planned.source, typed: () => typedUpTo(cut, context) })
      : null) ??
    (room === 'repl' ? null : byHand(cut.commands)) ??
    (looksLikeFailure(output) && !printsOthers(cut, output)
      ? failing('The output that the page shows is an error.')
      : null) ??
    failingByComment(cut.planned.comment) ??
    (isLast ? failingByProse(context, output !== '') : null) ??
    (isLast ? failingByExit(cut.commands, context) : null) ??
    (looksEndless(output)
      ? { kind: 'foreground', because: 'The output that the page shows goes on until Ctrl-C.' }
      : null) ??
    traitOf({
      commands: cut.commands,
      source: cut.planned.source,
      background: cut.background,
      room,
      names: context.names,
      prose,
    });
  if (cut.planned.trait.kind === 'leaves' || leavesByKeys(cut)) context.rooms.pop();
  if (cut.planned.trait.kind !== 'opens') return;
  context.rooms.push({
    kind: cut.planned.trait.room,
    opener: cut,
    openerPrompt: cut.prompt,
    ownPrompt: null,
    beside: null,
  });
}

function typedUpTo(cut: Cut, { planned, block }: BlockContext): string {
  const above = planned.flatMap((one) => ('commands' in one ? one.commands.map(({ source }) => source) : []));
  return [...above, block.text.slice(0, cut.end)].join('\n');
}

// Ctrl-D ends what is open inside, Ctrl-P Ctrl-Q leaves it running.
function leavesByKeys({ planned }: Cut): boolean {
  return planned.trait.kind === 'by-hand' && /^\W*(?:ctrl|control)\W*[dpq]\b/i.test(planned.source);
}

// The reader's own prompt in the middle of a transcript: the room was left, though no `exit` is shown.
function leaveByPrompt(cut: Cut, context: BlockContext): void {
  noteSharedPrompt(context);
  if (isSaidToBeInside(context) || isSharedPrompt(context)) return;
  while (
    context.rooms.length > 0 &&
    cut.promptKind === 'user' &&
    cut.prompt === context.rooms.at(-1)!.openerPrompt
  )
    context.rooms.pop();
}

function addTranscriptOutput(cut: Cut, block: Block, output: string): void {
  const { start, end } = cut.output!;
  cut.planned.expectations.push({
    kind: 'output',
    source: placeInBlock(block, start, end),
    text: output,
    from: 'transcript',
  });
  const answers = answersIn(output);
  if (answers.length > 0) cut.planned.answers = answers;
}

/** The questions in shown output that a reader answered there, with the answers. */
export function answersIn(output: string): { question: string; answer: string }[] {
  const asked = /^(.*(?:\[[yY]\/[nN]\]|\([yY]\/[nN]\)|\(yes\/no\))[?:]?) *(\S+)$/gm;
  return [...output.matchAll(asked)].map((match) => ({ question: match[1]!.trim(), answer: match[2]! }));
}

// What the author says overrules what was inferred.
function finish(cuts: Cut[], context: BlockContext): Cut[] {
  const { directive, terminal } = context;
  for (const { planned } of cuts) {
    if (terminal > 1 && planned.trait.kind !== 'other-system') planned.terminal = terminal;
    if (directive.timeoutMs !== null) planned.timeoutMs = directive.timeoutMs;
    if (directive.skip !== null) planned.trait = { kind: 'skip', ...directive.skip };
    for (const placeholder of planned.placeholders) {
      const value =
        directive.bind.get(placeholder.text) ?? directive.bind.get(withoutMarks(placeholder.text));
      if (value !== undefined) placeholder.wants = { object: 'fixed', value };
    }
  }
  const last = cuts.at(-1)?.planned;
  if (last !== undefined && directive.exit !== null) {
    last.trait =
      directive.exit === 0
        ? { kind: 'plain' }
        : { kind: 'meant-to-fail', exitStatus: directive.exit, because: 'The author says so.' };
  }
  if (last !== undefined) addChecks(last.expectations, context);
  return cuts;
}

function addChecks(expectations: PlannedExpectation[], context: BlockContext): void {
  const { directive } = context;
  if (directive.place === null) return;
  for (const { url, expect } of directive.get) {
    const words = expect === null ? [] : [expect];
    expectations.push({ kind: 'http', source: directive.place, sentence: `get ${url}`, url, words });
  }
  for (const { command, expect } of directive.run) {
    const words = expect === null ? [] : [expect];
    expectations.push({ kind: 'run', source: directive.place, script: command, words });
  }
}

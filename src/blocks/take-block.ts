import { createHash } from 'node:crypto';
import type { Block } from '../model/block.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { PlannedBlock, PlannedCommand } from '../model/plan.ts';
import { parseShell } from '../shell/parse-shell.ts';
import { promptOf } from '../shell/prompts.ts';
import { beginsLikeCommand } from '../shell/reads-as-shell.ts';
import { hasPrompts, splitTranscript } from '../shell/transcript.ts';
import { alternativeReason, markBlock, siblingOf } from './alternatives.ts';
import type { BlockContext, Draft, Room, Ruling } from './block-context.ts';
import { decide } from './decide.ts';
import { misplacedKeys, noDirective } from './directives.ts';
import { editedFile } from './editor.ts';
import { failing } from './failing.ts';
import { uncertainFile } from './file-findings.ts';
import { languageKind, languageName } from './language.ts';
import { withoutLostRoom } from './lost-room.ts';
import { looksEndless, looksLikeFailure } from './output-look.ts';
import { answersIn, planCommands } from './plan-commands.ts';
import { readPromises } from './promises.ts';
import { leavesSilently } from './rules/inside.ts';
import { commandInProse } from './rules/output.ts';
import { isAddress } from './rules/text.ts';
import { isCommandWithOutput } from './rules/transcript.ts';
import type { Sentence } from './sentences.ts';
import { commandFindings, syntaxFindings } from './shell-findings.ts';

import type { Walk } from './walk-state.ts';
import { noteTyped, turnTo, whichTerminal } from './which-terminal.ts';

/** Decides what a block is, plans it, and carries on what it changes (rooms, the last command). */
export function takeBlock(walk: Walk, block: Block, index: number): void {
  const context = contextOf(walk, block, index);
  if (leavesSilently(context)) context.rooms.length = 0;
  const ruling = withoutLostRoom(context, decide(context));
  const planned = planBlock(walk, { context, ruling });
  walk.blocks.push(planned);
  walk.findings.push(...directiveFindings(context, planned));
  walk.directive = null;
  walk.before = [];
  walk.pending = [];
}

function directiveFindings({ directive }: BlockContext, planned: PlannedBlock): Diagnostic[] {
  if (directive.place === null) return [];
  const place = directive.place;
  const complain = (message: string, hint: string): Diagnostic =>
    diagnostic('directive-invalid', place, message, hint);
  const isNameless = directive.kind === 'file' && planned.kind !== 'file';
  const findings = misplacedKeys(directive, planned.kind).map((key) =>
    complain(
      `\`${key}\` has no effect on a block of kind ${planned.kind}.`,
      'Write it above a block whose commands are typed.',
    ),
  );
  if (isNameless)
    findings.push(complain('`kind=file` needs a name for the file.', 'Say it: `file=compose.yaml`.'));
  return findings;
}

function contextOf(walk: Walk, block: Block, index: number): BlockContext {
  const language = languageKind(block.language);
  const shell = parseShell(block.text);
  const { names, last, lastIsNear, before, edited, terminals } = walk;
  const terminal =
    walk.directive?.terminal ?? whichTerminal(terminals, { tag: block.language, since: walk.sinceLast });
  const rooms = terminal === terminals.current ? walk.rooms : (terminals.rooms.get(terminal) ?? []);
  const isScreen = ['shell', 'session', 'none', 'odd', 'windows'].includes(language)
    ? hasPrompts(block.text) || (language !== 'windows' && isCommandWithOutput(block.text, shell))
    : beginsWithPrompt(block, rooms.at(-1) ?? null);
  return {
    block,
    language,
    shell,
    transcript: isScreen ? splitTranscript(block.text) : null,
    before,
    after: sentencesAfter(walk, index),
    section: walk.headings.map((heading) => heading.text),
    directive: walk.directive ?? noDirective(),
    terminal,
    rooms,
    last,
    lastIsNear,
    edited,
    names,
    blocks: walk.pageBlocks,
  };
}

// A block tagged as text or code is a screen only where its first line leaves no doubt.
function beginsWithPrompt({ text, language }: Block, room: Room | null): boolean {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const prompt = promptOf(first);
  if (prompt === null) return false;
  if (prompt.kind === 'repl') return room?.kind === 'repl';
  if (/^(?:md|mdx|markdown|rst|asciidoc|diff|patch|html)$/.test(languageName(language))) return false;
  if (prompt.kind === 'container') return room !== null;
  return beginsLikeCommand(first.slice(prompt.length));
}

function sentencesAfter(walk: Walk, index: number): Sentence[] {
  const rest = walk.items.slice(index + 1);
  const end = rest.findIndex((item) => item.kind !== 'sentence');
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .flatMap((item) => (item.kind === 'sentence' ? [item.sentence] : []));
}

interface Decided {
  context: BlockContext;
  ruling: Ruling;
}

function planBlock(walk: Walk, { context, ruling }: Decided): PlannedBlock {
  const { block } = context;
  const common = {
    id: block.id,
    place: block.place,
    language: block.language,
    because: ruling.because,
    hash: createHash('sha256').update(block.text, 'utf8').digest('hex'),
    section: context.section,
  };
  switch (ruling.kind) {
    case 'text':
      walk.findings.push(...uncertainFile(context));
      takeAddress(walk, context);
      return { ...common, kind: 'text' };
    case 'file':
      walk.lastIsNear = false;
      walk.edited = null;
      return { ...common, kind: 'file', file: { name: ruling.name, content: `${block.text}\n` } };
    case 'output':
      return { ...common, kind: 'output', of: takeOutput(walk, block) };
    default:
      return {
        ...common,
        kind: ruling.kind,
        commands: takeCommands(walk, { context, ruling }).map((draft) => draft.planned),
      };
  }
}

// "Open this in your browser:" above a block that is nothing but an address.
function takeAddress(walk: Walk, context: BlockContext): void {
  const sentence = context.before.at(-1);
  if (walk.last === null || sentence === undefined || !isAddress(context)) return;
  const text = `${sentence.text} ${context.block.text.trim()}`;
  const found = readPromises({ ...sentence, text, spans: [] }, null, {
    names: context.names,
    spoken: commandInProse(context),
    printsNothing: false,
  });
  walk.last.planned.expectations.push(...found);
}

function takeOutput(walk: Walk, block: Block): string | null {
  if (walk.last === null) return null;
  const { planned } = walk.last;
  const lines = block.lineStarts;
  const end = lines.at(-1)!;
  const source = {
    path: block.place.path,
    line: lines[0]!.line,
    column: lines[0]!.column,
    endLine: end.line,
    endColumn: end.column + (block.text.split('\n').at(-1) ?? '').length,
  };
  planned.expectations.push({ kind: 'output', source, text: block.text, from: 'output-block' });
  const answers = answersIn(block.text);
  if (answers.length > 0) planned.answers ??= answers;
  if (looksLikeFailure(block.text)) {
    if (planned.trait.kind === 'opens' && walk.rooms.at(-1)?.opener === walk.last) walk.rooms.pop();
    if (['plain', 'opens', 'foreground'].includes(planned.trait.kind))
      planned.trait = failing('The output that the page shows is an error.');
  } else if (looksEndless(block.text) && planned.trait.kind === 'plain') {
    planned.trait = { kind: 'foreground', because: 'The output that the page shows goes on until Ctrl-C.' };
  }
  return planned.id;
}

function takeCommands(walk: Walk, { context, ruling }: Decided): Draft[] {
  const { block } = context;
  const inRepl = ruling.kind === 'inside' && context.rooms.at(-1)?.kind === 'repl';
  const isTyped = ruling.kind !== 'usage' && ruling.kind !== 'catalogue';
  if (isTyped) context.rooms = walk.rooms = turnTo(walk.terminals, context.terminal, walk.rooms);
  const drafts = planCommands(context, ruling, walk.tabs.name());
  if (ruling.kind !== 'usage') walk.findings.push(...findingsOf(context, drafts, inRepl));
  if (ruling.kind === 'usage' || ruling.kind === 'catalogue' || drafts.length === 0) return drafts;
  if (ruling.kind !== 'inside') takeAlternative(walk, context, drafts);
  walk.tabs.add(drafts);
  walk.edited = drafts.at(-1)!.commands.map(editedFile).at(-1) ?? null;
  drafts.at(-1)!.planned.expectations.push(...walk.pending);
  if (!drafts.every((draft) => isNotTyped(draft.planned))) {
    walk.last = drafts.at(-1)!;
    noteTyped(walk.terminals, walk.last.planned.trait.kind === 'foreground');
    walk.lastIsNear = true;
    walk.sinceLast = [];
    const isOutside = ruling.kind !== 'inside';
    if (isOutside)
      walk.typed.push({ id: block.id, line: block.place.line, section: context.section, drafts });
  }
  return drafts;
}

// What is for another system or done by hand prints nothing here.
function isNotTyped({ trait }: PlannedCommand): boolean {
  return trait.kind === 'other-system' || trait.kind === 'by-hand';
}

function takeAlternative(walk: Walk, context: BlockContext, drafts: Draft[]): void {
  const sibling = siblingOf(context.section, walk.typed);
  if (sibling === null) return;
  const because = alternativeReason(context, drafts, sibling);
  if (because !== null) markBlock(drafts, sibling, because);
}

function findingsOf(context: BlockContext, drafts: Draft[], inRepl: boolean): Diagnostic[] {
  const opensRepl = drafts.some(
    ({ planned }) => planned.trait.kind === 'opens' && planned.trait.room === 'repl',
  );
  const isBash = context.transcript === null && context.language !== 'windows' && !opensRepl && !inRepl;
  return [
    ...(isBash ? syntaxFindings(context.block, context.shell) : []),
    ...drafts.flatMap((draft) => commandFindings(draft.planned)),
  ];
}

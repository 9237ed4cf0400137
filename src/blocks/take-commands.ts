import type { Diagnostic } from '../model/diagnostic.ts';
import { isForOthers } from '../model/plan.ts';
import { alternativeReason, markBlock, siblingOf } from './alternatives/alternatives.ts';
import { conditionOf, markCase } from './alternatives/condition.ts';
import { markPossession } from './alternatives/possession.ts';
import type { BlockContext, Draft, Ruling } from './block-context.ts';
import { editedFile } from './files/editor.ts';
import { markUnsure } from './files/unsure-files.ts';
import { namedFlagFindings } from './named-flag.ts';
import { addNearWords } from './names/near-words.ts';
import { planCommands } from './plan-commands.ts';
import { heldBy } from './promises/before-block.ts';
import { isToldToDetach, markDetached } from './rooms/detach-keys.ts';
import { notLeftFindings } from './rooms/leave-room.ts';
import { noteTyped, turnTo } from './rooms/which-terminal.ts';
import { commandFindings, syntaxFindings } from './shell-findings.ts';
import type { PageWalk } from './walk-state.ts';

/** Plans the commands of a block and carries on what they change: rooms, terminals, alternatives, the last command. */
export function takeCommands(walk: PageWalk, context: BlockContext, ruling: Ruling): Draft[] {
  const { block } = context;
  const inRepl = ruling.kind === 'inside' && context.rooms.at(-1)?.kind === 'repl';
  const isTyped = ruling.kind !== 'usage' && ruling.kind !== 'catalogue';
  if (isTyped) context.rooms = walk.rooms = turnTo(walk.terminals, context.terminal, walk.rooms);
  const drafts = planCommands(context, ruling, walk.tabs.name());
  for (const [index, draft] of drafts.entries())
    addNearWords(draft.planned, {
      blocks: walk.blocks,
      drafts: drafts.slice(0, index),
      sentences: context.before,
      created: context.names.created,
    });
  if (ruling.kind !== 'usage') walk.findings.push(...findingsOf(context, drafts, inRepl));
  if (ruling.kind === 'usage' || ruling.kind === 'catalogue' || drafts.length === 0) return drafts;
  markDetached(drafts, context.terminal, walk.terminals);
  const behind = context.shell.comments.filter(({ start }) => start > drafts.at(-1)!.start);
  if (context.rooms.length > 0 && isToldToDetach(behind)) walk.terminals.detached.add(context.terminal);
  if (ruling.kind !== 'inside') takeAlternative(walk, context, drafts);
  if (walk.windowStep !== null) for (const { planned } of drafts) planned.windowStep = walk.windowStep;
  walk.windowStep = null;
  markUnsure(walk.unsure, drafts);
  walk.tabs.add(drafts);
  walk.edited = drafts.at(-1)!.commands.map(editedFile).at(-1) ?? null;
  drafts.at(-1)!.planned.expectations.push(...heldBy(drafts.at(-1)!, walk.pending));
  // What is for others prints nothing here.
  if (!drafts.every(({ planned }) => isForOthers(planned.trait))) {
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

function takeAlternative(walk: PageWalk, context: BlockContext, drafts: Draft[]): void {
  const sibling = siblingOf(context.section, walk.typed);
  const because = sibling && alternativeReason(context, drafts, sibling);
  if (sibling !== null && because !== null) {
    markBlock(drafts, sibling, because);
    return;
  }
  const condition = conditionOf(context, drafts);
  if (condition !== null) markCase(drafts, context.block, condition);
  else markPossession(drafts, context);
}

function findingsOf(context: BlockContext, drafts: Draft[], inRepl: boolean): Diagnostic[] {
  const opensRepl = drafts.some(
    ({ planned }) => planned.trait.kind === 'opens' && planned.trait.room === 'repl',
  );
  const isBash = context.transcript === null && context.language !== 'windows' && !opensRepl && !inRepl;
  return [
    ...(context.transcript === null ? notLeftFindings(drafts) : []),
    ...(isBash ? syntaxFindings(context.block, context.shell) : []),
    ...drafts.flatMap((draft) => commandFindings(draft.planned)),
    ...namedFlagFindings(context, drafts),
  ];
}

import type { CommandTrait } from '../../model/plan.ts';
import type { BlockContext } from '../block-context.ts';
import type { Cut } from '../cut/cut.ts';
import { byHand } from '../files/editor.ts';
import { looksEndless, looksLikeFailure } from '../outputs/output-look.ts';
import { printsOthers } from '../outputs/prints-others.ts';
import { failingByExit } from './dying.ts';
import { failing, failingByComment, failingByProse } from './failing.ts';
import { otherNode } from './other-node.ts';
import { otherEngine, otherManager } from './other-system.ts';
import { removesEngine } from './removes-engine.ts';
import { traitOf } from './traits.ts';

/** What the page says and shows around a command, as far as its trait goes by that. */
export interface Around {
  /** What reads the command: the innermost room that is open; null for the reader's own shell. */
  room: 'shell' | 'repl' | null;
  /** What a transcript shows behind it; empty where none does. */
  output: string;
  /** The sentences around the block, joined. */
  prose: string;
  /** Whether it is the last of its block, which is the one that prose speaks of. */
  isLast: boolean;
}

/** The trait of a command: the first of these that has anything to say. */
export function decideTrait(cut: Cut, context: BlockContext, around: Around): CommandTrait {
  return elsewhere(cut, context, around) ?? byPage(cut, context, around) ?? byItself(cut, context, around);
}

// It is not typed at all: it is for another computer, or for the reader's hands.
function elsewhere(cut: Cut, context: BlockContext, { room }: Around): CommandTrait | null {
  const { commands, planned } = cut;
  return (
    otherNode(context, commands) ??
    (room === null ? (otherManager(commands) ?? otherEngine(commands, planned.source)) : null) ??
    (room === null
      ? removesEngine(commands, { source: planned.source, typed: () => typedUpTo(cut, context) })
      : null) ??
    (room === 'repl' ? null : byHand(commands))
  );
}

function byPage(cut: Cut, context: BlockContext, { output, isLast }: Around): CommandTrait | null {
  return (
    (looksLikeFailure(output) && !printsOthers(cut, output)
      ? failing('The output that the page shows is an error.')
      : null) ??
    failingByComment(cut.planned.comment) ??
    (isLast ? failingByProse(context, output !== '') : null) ??
    (isLast ? failingByExit(cut.commands, context) : null) ??
    (looksEndless(output)
      ? { kind: 'foreground', because: 'The output that the page shows goes on until Ctrl-C.' }
      : null)
  );
}

function byItself(
  { commands, planned, background }: Cut,
  { names }: BlockContext,
  { room, prose }: Around,
): CommandTrait {
  return traitOf({ commands, source: planned.source, background, room, names, prose });
}

function typedUpTo(cut: Cut, { planned, block }: BlockContext): string {
  const above = planned.flatMap((one) => ('commands' in one ? one.commands.map(({ source }) => source) : []));
  return [...above, block.text.slice(0, cut.end)].join('\n');
}

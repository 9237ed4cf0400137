import type { Block } from '../model/block.ts';
import type { BlockContext } from './block-context.ts';
import type { Cut } from './cut/cut.ts';
import { isName, sortsNamed } from './names/own-names.ts';
import { answersIn } from './outputs/answers-in.ts';
import type { SaidAnswer } from './prose-answers.ts';
import { placeInBlock } from './reading/source-lines.ts';
import { isSaidToBeInside, isSharedPrompt, noteSharedPrompt } from './rules/inside.ts';
import { type Around, decideTrait } from './traits/decide-trait.ts';

/** What the sentences around a block say of its commands. */
export interface Told extends Pick<Around, 'prose' | 'isLast'> {
  answers: SaidAnswer[];
}

/** Writes into a command's plan what the page shows and says of it: its output, answers and trait. Opens and leaves rooms. */
export function planCommand(cut: Cut, context: BlockContext, { prose, answers, isLast }: Told): void {
  takeNames(cut, context);
  leaveByPrompt(cut, context);
  const innermost = context.rooms.at(-1);
  if (innermost !== undefined) innermost.ownPrompt ??= cut.prompt;
  if (context.rooms.length > 0) cut.planned.depth = context.rooms.length;
  const output = cut.output === null ? '' : context.block.text.slice(cut.output.start, cut.output.end);
  if (cut.output !== null) addTranscriptOutput(cut, context.block, output);
  if (answers.length > 0) cut.planned.answers = [...(cut.planned.answers ?? []), ...answers];
  const room = innermost?.kind ?? null;
  cut.planned.trait = decideTrait(cut, context, { room, output, prose, isLast });
  moveOn(cut, context);
}

function takeNames(cut: Cut, { names, directive }: BlockContext): void {
  cut.planned.placeholders = cut.planned.placeholders.filter(
    (one) => directive.bind.has(one.text) || !isName(one, names.sortsNamed),
  );
  for (const sort of sortsNamed(cut.commands, cut.found)) names.sortsNamed.add(sort);
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

function moveOn(cut: Cut, { rooms }: BlockContext): void {
  const { trait } = cut.planned;
  if (trait.kind === 'leaves' || leavesByKeys(cut)) rooms.pop();
  if (trait.kind === 'opens')
    rooms.push({ kind: trait.room, opener: cut, openerPrompt: cut.prompt, ownPrompt: null, beside: null });
}

// Ctrl-D ends what is open inside, Ctrl-P Ctrl-Q leaves it running.
function leavesByKeys({ planned }: Cut): boolean {
  return planned.trait.kind === 'by-hand' && /^\W*(?:ctrl|control)\W*[dpq]\b/i.test(planned.source);
}

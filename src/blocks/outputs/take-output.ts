import type { PlannedExpectation } from '../../model/plan.ts';
import type { BlockContext } from '../block-context.ts';
import { readPromises } from '../promises/read-promises.ts';
import type { Sentence } from '../reading/sentences.ts';
import { commandInProse } from '../rules/output.ts';
import { isAddress } from '../rules/text.ts';
import { failing } from '../traits/failing.ts';
import { showsOtherNodes } from '../traits/other-node.ts';
import type { PageWalk } from '../walk-state.ts';
import { answersIn } from './answers-in.ts';
import { looksEndless, looksLikeFailure } from './output-look.ts';
import { printsOthers } from './prints-others.ts';

/** Reads "Open this in your browser:" above a block that is nothing but an address as a promise of the last command. */
export function takeAddress(walk: PageWalk, context: BlockContext): void {
  const sentence = context.before.at(-1);
  if (walk.last === null || sentence === undefined || !isAddress(context)) return;
  const text = `${sentence.text} ${context.block.text.trim()}`;
  const found = readPromises({ ...sentence, text, spans: [] }, null, {
    names: context.names,
    spoken: commandInProse(context),
    printsNothing: false,
    lists: null,
    isRightBelow: false,
    leadsElsewhere: false,
  });
  walk.last.planned.expectations.push(...found);
}

/** Expects of the command that prints the block that it does. Gives its id; null when there is none. */
export function takeOutputBlock(walk: PageWalk, context: BlockContext): string | null {
  const { block, last } = context;
  if (last === null) return null;
  const { planned } = last;
  const lines = block.lineStarts;
  const end = lines.at(-1)!;
  const source = {
    path: block.place.path,
    line: lines[0]!.line,
    column: lines[0]!.column,
    endLine: end.line,
    endColumn: end.column + (block.text.split('\n').at(-1) ?? '').length,
  };
  planned.expectations = planned.expectations.filter((one) => !isIntroduction(one, walk.before.at(-1)));
  if (showsOtherNodes(context)) {
    const because = 'It shows nodes that only a second computer would add.';
    planned.expectations.push({ kind: 'unchecked', source, sentence: 'The list of nodes', because });
    return planned.id;
  }
  planned.expectations.push({ kind: 'output', source, text: block.text, from: 'output-block' });
  const answers = answersIn(block.text);
  if (answers.length > 0) planned.answers ??= answers;
  if (looksLikeFailure(block.text) && !printsOthers(last, block.text)) {
    if (planned.trait.kind === 'opens' && walk.rooms.at(-1)?.opener === last) walk.rooms.pop();
    if (['plain', 'opens', 'foreground'].includes(planned.trait.kind))
      planned.trait = failing('The output that the page shows is an error.');
  } else if (looksEndless(block.text) && planned.trait.kind === 'plain') {
    planned.trait = { kind: 'foreground', because: 'The output that the page shows goes on until Ctrl-C.' };
  }
  return planned.id;
}

// "You should get output like this" above the block says no more than the block shows.
function isIntroduction({ kind, source }: PlannedExpectation, sentence: Sentence | undefined): boolean {
  return (
    kind === 'unchecked' && source.line === sentence?.place.line && source.column === sentence.place.column
  );
}

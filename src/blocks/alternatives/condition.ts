import type { PlannedBlock } from '../../model/plan.ts';
import { type BlockContext, type Draft, paragraphAbove } from '../block-context.ts';
import { takesAway } from './takes-away.ts';

const opening =
  /^(?:(?:note|tip|hint|important|optional(?:ly)?|troubleshooting)\W+)?(?:(?:but|and|however|now|again),? )?(?=(?:if|in case|should|when|whenever)\b)/i;
// What a reader does makes what follows a part of the way: "If you run this again, you get an error".
const readersDoing =
  /^(?:if|when(?:ever)?) (?:you|we) (?:now |then |again )?(?:try|run|type|do|use|remove|start|build|stop|execute|delete|omit|leave|forget|open|visit|look)\b/i;
const trouble = [
  /\b(?:see|sees|get|gets|got|getting|receive|received|encounter|hit|run into|ran into|face|have|had|having|there (?:is|are|was))\b(?:(?!\b(?:no|not|without)\b).)*\b(?:errors?|problems?|issues?|trouble|difficulties|conflicts?|denied|refused|failures?|exceptions?)\b/i,
  /\b(?:fails?|failed|(?:does|do|did)(?: not|n['’]t) (?:work|respond|succeed)|(?:goes|went) wrong|hangs?|(?:gets?|is) stuck|crash(?:es|ed)|(?:is|was) (?:denied|refused))\b/i,
  /\bmade an? (?:mistake|typo|error)\b/i,
];
const wish =
  /^(?:if|should|in case) (?:you|we)(?:['’]d| would)? (?:(?:ever|later|still|just|instead) )?(?:want|wish|like|prefer|decide|need|no longer (?:want|need)|(?:do not|don['’]t) (?:want|need))\b/i;

/**
 * Why a block is only for readers in a certain case: the text says what has gone wrong for them, or that they may wish
 * to take away what the page goes on to use. Null when all readers type it.
 */
export function conditionOf(context: BlockContext, drafts: readonly Draft[]): string | null {
  if (
    context.directive.kind !== null ||
    context.rooms.length > 0 ||
    drafts.some(({ planned }) => planned.trait.kind !== 'plain')
  )
    return null;
  // The error that the page itself has just shown is one that all readers have.
  if (context.last?.planned.trait.kind === 'meant-to-fail') return null;
  const text = paragraphAbove(context).at(-1)?.text ?? '';
  if (!opening.test(text)) return null;
  const clause = text.replace(opening, '').split(/,|:|;| then\b/)[0]!;
  if (readersDoing.test(clause)) return null;
  const isCase =
    trouble.some((one) => one.test(clause)) ||
    (wish.test(clause) && drafts.every(({ commands }) => takesAway(commands)));
  return isCase ? `The text before it says "${clause.trim()}".` : null;
}

/** Marks the commands of a block that only some readers type; `numberCases` gives them a machine of their own. */
export function markCase(drafts: readonly Draft[], block: { id: string }, because: string): void {
  for (const { planned } of drafts)
    planned.alternative ??= { group: `${block.id}case`, choice: 1, because, isCase: true };
}

/**
 * Gives each case a way of its own through the page, apart from those of the ordinary alternatives. A case behind which
 * nothing is typed takes nothing from anybody: it stays on the main way.
 */
export function numberCases(blocks: readonly PlannedBlock[]): void {
  const commands = blocks.flatMap((block) => ('commands' in block ? block.commands : []));
  const files = blocks.flatMap((block) => (block.kind === 'file' ? [block] : []));
  const last = commands.findLastIndex(({ alternative }) => alternative?.isCase !== true);
  const ways = [...commands, ...files].flatMap(({ alternative }) =>
    alternative && !alternative.isCase ? [alternative.choice] : [],
  );
  let next = Math.max(0, ...ways) + 1;
  const numbers = new Map<string, number>();
  for (const [index, command] of commands.entries()) {
    const { alternative } = command;
    if (alternative?.isCase !== true) continue;
    if (index > last) {
      command.alternative = null;
      continue;
    }
    if (!numbers.has(alternative.group)) numbers.set(alternative.group, next++);
    command.alternative = { ...alternative, choice: numbers.get(alternative.group)! };
  }
}

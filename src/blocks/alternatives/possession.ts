import type { BlockContext, Draft } from '../block-context.ts';
import { paragraphAbove } from '../block-context.ts';
import { takesAway } from './takes-away.ts';

// "If it still exists", "in case you have one from the last part", "the container, if there is one".
const condition =
  /(?:\b(?:if|in case)\b|^should\b)[^.:;]*?(?:\b(?:still|already|exists?|present|there(?:['’]s| is| are)|left ?over|(?:from|of) (?:the |an? |your )?(?:previous|earlier|last|former|first)|(?:previous|earlier|old))\b|\b(?:have|has|is|are) (?:any|one|it|them)\b|\b(?:any|one|it|container|containers) (?:is|are) running\b)/i;

/**
 * Marks commands that take something away which a reader may have or not, as the sentence above or the comment says: where
 * it is not there, they were for another reader.
 */
export function markPossession(drafts: readonly Draft[], context: BlockContext): void {
  if (context.directive.kind !== null) return;
  const said = paragraphAbove(context).at(-1)?.text ?? '';
  for (const { planned, commands } of drafts) {
    const text = [planned.comment ?? '', said].find((one) => condition.test(one));
    if (text !== undefined && planned.trait.kind === 'plain' && takesAway(commands)) planned.ifThere = text;
  }
}

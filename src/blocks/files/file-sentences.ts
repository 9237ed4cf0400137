import type { BlockContext } from '../block-context.ts';
import { paragraphAbove } from '../block-context.ts';
import type { Sentence } from '../reading/sentences.ts';
import { asksReader } from './asks-to-save.ts';
import { nameInSentence } from './file-name.ts';

// A file that is there already, or was written before, is shown and not to be written.
const shown =
  /\b(?:you(?:['’]ll| will| can)? (?:now )?(?:find|notice)|consider|(?:take|have) a look|look(?:ing)? at|remember|recall)\b|\b(?:that|which) (?:you|we)(?:['’]ve| have)? (?:already |just |previously )?(?:created|wrote|built|made|used)\b|\balready (?:contains?|has|have|includes?|exists?|provides?)\b|\b(?:comes|ships) with\b|\b(?:was|were|been) (?:auto)?generated\b/i;
/** Speaks of what the sentence before it named. */
const addition =
  /\b(?:append|uncomment|find the|look for|locate|at the (?:end|bottom|top)|(?:existing|same) file|to the (?:end|bottom|top))\b|\b(?:add|insert|change|replace|modify)\b.*\b(?:lines?|section|block|service|instruction|directive|setting|variable)s?\b/i;

/** The sentences that may name the file that a block is: under a heading such as "Create app.py" nothing more may be said. */
export function sentencesAbove(context: BlockContext): Pick<Sentence, 'text'>[] {
  const heading = context.section.at(-1) ?? '';
  if (context.before.length > 0 || !/\b(?:creat|writ|add|sav)(?:e|es|ing)?\b/i.test(heading))
    return paragraphAbove(context);
  return [{ text: heading }];
}

/** The file to which the sentence above adds something; null when it does not. */
export function extendedFile(context: BlockContext): string | null {
  const sentence = sentencesAbove(context).findLast((one) => addsTo(one));
  return sentence === undefined ? null : nameInSentence(sentence, context.block);
}

/** The file that the sentence above shows but does not ask to save; null when it does not show one. */
export function shownFile(context: BlockContext): string | null {
  const sentence = paragraphAbove(context).findLast(isShown);
  return sentence === undefined ? null : nameInSentence(sentence, context.block);
}

/** Whether the text above asks to save the block. */
export function asksToSave(context: BlockContext): boolean {
  return paragraphAbove(context).some(({ text }) => asksReader(text));
}

/** Whether a block is a part to be put into a file, which must not replace the whole. */
export function isAddition(context: BlockContext): boolean {
  return paragraphAbove(context).some(({ text }) => addition.test(text));
}

/** Whether a sentence asks to add something to a file rather than to make it. */
export function addsTo({ text }: Pick<Sentence, 'text'>): boolean {
  return (
    /\b(?:add|append|insert)(?:s|ed|ing)?\b/i.test(text) &&
    !/\b(?:creat|sav|nam|call|mak|new|writ)(?:e|es|ed|ing)?\b/i.test(text)
  );
}

/** Whether a sentence shows a file without asking to save it. */
export function isShown(sentence: Pick<Sentence, 'text'>): boolean {
  return shown.test(sentence.text) && !asksReader(sentence.text);
}

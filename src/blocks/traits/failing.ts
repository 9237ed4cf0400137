import type { CommandTrait } from '../../model/plan.ts';
import type { BlockContext } from '../block-context.ts';
import type { Sentence } from '../reading/sentences.ts';
import { isFailure, isTakenBack, saysFailure, takenBack } from './failing-words.ts';

// "This", "you will get": what is right above, where something is.
const pointsAbove =
  /^\W*(?:(?:as expected|now|here|and|but|of course|sadly|unfortunately),? )?(?:this|that|it|you|we|the (?:same )?command)\b/i;
const pointsBelow = /\b(?:next|following|below|again|twice|now try|try)\b/i;
const ofPage = /\b(?:page|browser|site|open(?:ing)?|visit(?:ing)?|connect(?:ing)?)\b/i;

/** What stands around a block whose last command may be meant to fail. */
export type FailingContext = Pick<BlockContext, 'before' | 'after' | 'last' | 'lastIsNear'>;

/**
 * The trait of a command that the prose right before or after it says will fail; null when it does not. A sentence is
 * about one command: the one that it leads to, or the one that it stands below. `output`: whether output is shown
 * behind the command, so that what follows is about that.
 */
export function failingByProse(context: FailingContext, output: boolean): CommandTrait | null {
  const sentence = announcing(context) ?? (output ? undefined : explaining(context));
  return sentence === undefined ? null : failingBy(sentence);
}

function failingBy({ text }: Sentence): CommandTrait & { kind: 'meant-to-fail' } {
  return failing(`The text says "${text.slice(0, 100)}".`);
}

// The sentence in front of a block that says that the block fails.
function announcing({ before, last, lastIsNear }: FailingContext): Sentence | undefined {
  const above = lastIsNear ? (last?.planned.trait ?? null) : null;
  const isFree = (one: Sentence) =>
    above?.kind !== 'meant-to-fail' || above.because !== failingBy(one).because;
  return before.slice(-2).find((one, index, all) => {
    if (!isFailure(one.text) || !isFree(one)) return false;
    const rest = all.slice(index + 1);
    if (isTakenBack(one.text) || rest.some(({ text }) => takenBack.test(text))) return false;
    if (above === null || pointsBelow.test(one.text)) return true;
    return rest.length === 0 && /[:：]$/.test(one.text);
  });
}

// The sentence right below a block that says that the block fails.
function explaining({ before, after }: FailingContext): Sentence | undefined {
  const [first] = after;
  if (first === undefined || isTakenBack(first.text) || ofPage.test(first.text)) return undefined;
  if (quotesDaemon.test(first.text)) return first;
  if (!isFailure(first.text) && !thisFails.test(first.text)) return undefined;
  const leadsOn = after.length === 1 && /[:：]$/.test(first.text);
  const isOwn = before.length === 0 && pointsAbove.test(first.text);
  return pointsBelow.test(first.text) || (leadsOn && !isOwn && !thisFails.test(first.text))
    ? undefined
    : first;
}

// In a quotation rather than a block: what Docker says to the command above.
const quotesDaemon = /^(?:docker: )?Error response from daemon: /;
const thisFails =
  /^(?:this|that|it|the (?:command|request))\s+(?:(?:command|request|call|attempt|ping|lookup|build)\s+)?fails\b|^(?:this|the|that) (?:failure|error) is expected\b/i;

/** The trait of a command whose comment says that it fails; null when it does not. */
export function failingByComment(comment: string | null): CommandTrait | null {
  return comment !== null && saysFailure(comment) ? failing(`Its comment says "${comment}".`) : null;
}

/** A command that is meant to fail with any status but 0. */
export function failing(because: string): CommandTrait & { kind: 'meant-to-fail' } {
  return { kind: 'meant-to-fail', exitStatus: null, because };
}

import type { CommandTrait } from '../../model/plan.ts';
import type { BlockContext } from '../block-context.ts';
import type { Sentence } from '../reading/sentences.ts';

// To fail over or fast is what something does on purpose; an error page or a count of errors may be what is wanted.
const says =
  /\b(?:will|should|must|going to|expected to|expect it to)\s+(?:now\s+)?fail\b(?!-|\s+(?:over|fast|safe|open|closed)\b)|\b(?:you|we)\s*(?:['’]ll| will| should)\s+(?:now\s+)?(?:get|see|receive|have)\s+(?:an?|the following)\s+(?:[\w-]+\s+){0,2}error\b(?!-|\s+(?:count|rate|page|log|report|handl|budget))|\bfails with\b/i;
// “Removing it while it runs fails:” leads to what fails; what is done in case of a failure begins otherwise, or stands in a clause behind it.
const failsHere =
  /^(?!\W*(?:\w+,\s*)?(?:if|when(?:ever)?|once|after|in case|should|until)\b)(?:.*\bfails\s*|.*\bnow fails(?:,? (?:because|since|as|with)\b[^,;]*)?\s*|.*\b(?:docker|the (?:engine|daemon|command)|it) (?:now )?(?:refuses|complains|objects|says no|won['’]t let you|will (?:refuse|complain))(?: this| that| it| to do (?:so|it|this))?\s*)[:：]$/i;
// Whatever else may fail, it is not the command that is typed.
const ofAnother =
  /\b(?:health[- ]?checks?|probes?|nodes?|managers?|workers?|replicas?|tasks?|primary|leader)\s+(?:(?:will|should|must|is going to|are going to|is expected to)\s+(?:now\s+)?fail\b|(?:now\s+)?fails with\b)/i;
// It speaks of something other than what the page types.
const elsewhere = /^\s*(?:\w+,\s*)?(?:if|when)\b.*\b(?:different|another|other|wrong|instead|any)\b/i;
const maybe = /\b(?:might|may|could|unless|otherwise|sometimes|without)\b/i;

// "This", "you will get": what is right above, where something is.
const pointsAbove =
  /^\W*(?:(?:as expected|now|here|and|but|of course|sadly|unfortunately),? )?(?:this|that|it|you|we|the (?:same )?command)\b/i;
const pointsBelow = /\b(?:next|following|below|again|twice|now try|try)\b/i;
// Something else is done about it, or it takes a slip.
const takenBack =
  /,? (?:so|therefore|thus)\b(?! that\b)|\b(?:first|instead|beforehand)\b|\b(?:if|until|unless|when) (?:you|we|it|there)\b/i;
// Only then it fails: nobody knows whether that is so here. `when running it again` is what the reader does next.
const conditional = /\b(?:if|until|unless|when(?:ever)?|in case|as long as)\b(?! \w+ing\b)/i;
const conditionFirst =
  /^\s*(?:\w+,\s*)?(?:when(?:ever)?|in case|as long as)\b(?! (?:you|we|it|\w+ing|run|typed|executed|called)\b)/i;
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
  /^(?:this|that|it|the command)\s+(?:command\s+)?fails\b|^(?:this|the|that) (?:failure|error) is expected\b/i;

// What stands behind the words of failing.
function isTakenBack(text: string): boolean {
  const match = says.exec(text);
  const rest = match === null ? '' : text.slice(match.index + match[0].length);
  return takenBack.test(rest) || conditional.test(rest);
}

/** The trait of a command whose comment says that it fails; null when it does not. */
export function failingByComment(comment: string | null): CommandTrait | null {
  if (comment === null || maybe.test(comment)) return null;
  const isSaid =
    /^(?:this )?(?:command )?(?:will |should )?(?:fails?|errors?)\b|\b(?:will|should) (?:fail|error)\b|\bexpected to fail\b/i.test(
      comment,
    );
  return isSaid && !/^(?:error|fail)\w* (?:log|message|handling)/i.test(comment)
    ? failing(`Its comment says "${comment}".`)
    : null;
}

/** A command that is meant to fail with any status but 0. */
export function failing(because: string): CommandTrait & { kind: 'meant-to-fail' } {
  return { kind: 'meant-to-fail', exitStatus: null, because };
}

/** Whether a sentence says that a command fails. */
export function isFailure(text: string): boolean {
  if (
    maybe.test(text) ||
    conditionFirst.test(text) ||
    elsewhere.test(text) ||
    ofAnother.test(text) ||
    (/^\s*(?:\w+,\s*)?if\b/i.test(text) &&
      !/^\s*(?:\w+,\s*)?if you (?:now )?(?:try|run|execute|attempt)\b/i.test(text))
  )
    return false;
  return says.test(text) || failsHere.test(text);
}

import type { CommandTrait } from '../model/plan.ts';
import type { Sentence } from './sentences.ts';

// To fail over or fast is what something does on purpose; an error page or a count of errors may be what is wanted.
const says =
  /\b(?:will|should|must|going to|expected to|expect it to)\s+(?:now\s+)?fail\b(?!-|\s+(?:over|fast|safe|open|closed)\b)|\b(?:you|we)\s*(?:['’]ll| will| should)\s+(?:now\s+)?(?:get|see|receive)\s+(?:an?|the following)\s+(?:[\w-]+\s+){0,2}error\b(?!-|\s+(?:count|rate|page|log|report|handl))|\bfails with\b/i;
// Whatever else may fail, it is not the command that is typed.
const ofAnother =
  /\b(?:health[- ]?checks?|probes?|nodes?|managers?|workers?|replicas?|tasks?|primary|leader)\s+(?:(?:will|should|must|is going to|are going to|is expected to)\s+(?:now\s+)?fail\b|(?:now\s+)?fails with\b)/i;
// It speaks of something other than what the page types.
const elsewhere = /^\s*(?:\w+,\s*)?(?:if|when)\b.*\b(?:different|another|other|wrong|instead|any)\b/i;
const maybe = /\b(?:might|may|could|unless|otherwise|sometimes|without)\b/i;

/** The trait of a command that the prose right before or after it says will fail; null when it does not. */
export function failingByProse(before: readonly Sentence[], after: readonly Sentence[]): CommandTrait | null {
  const sentence =
    before.slice(-2).find((one) => isFailure(one.text)) ??
    after
      .slice(0, 1)
      .find(
        (one) =>
          isFailure(one.text) ||
          /^(?:this|that|it|the command)\s+(?:command\s+)?fails\b|^(?:this|the|that) (?:failure|error) is expected\b/i.test(
            one.text,
          ),
      );
  return sentence === undefined ? null : failing(`The text says "${sentence.text.slice(0, 100)}".`);
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
export function failing(because: string): CommandTrait {
  return { kind: 'meant-to-fail', exitStatus: null, because };
}

function isFailure(text: string): boolean {
  if (
    maybe.test(text) ||
    elsewhere.test(text) ||
    ofAnother.test(text) ||
    (/^\s*(?:\w+,\s*)?if\b/i.test(text) &&
      !/^\s*(?:\w+,\s*)?if you (?:now )?(?:try|run|execute|attempt)\b/i.test(text))
  )
    return false;
  return says.test(text);
}

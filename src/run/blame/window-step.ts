import { makerOf } from '../troubles/history.ts';
import { type Blame, type Failure, somethingIsMissing } from './failure.ts';
import { missingObjectBlame } from './missing-object.ts';

const stillThere =
  /The container name "\/?([^"]+)" is already in use|port is already allocated|address already in use|volume is in use|has active endpoints|conflict: unable to/;
const notThere =
  /No such (?:container|image|volume|network|object)|is not running|(?:network|volume) \S+ not found/i;

/**
 * Something is in the way, or not there, of which the page has asked the reader to take care with the mouse. Nobody has
 * done that here, so nothing is known about the command.
 */
export async function windowStepBlame(failure: Failure): Promise<Blame | null> {
  const { output, windowStep, done } = failure;
  if (windowStep === null) return null;
  const refused = (windowStep.removes ? stillThere : notThere).exec(output);
  if (refused === null) return null;
  // What was made since then, the step can't have removed.
  const maker = refused[1] === undefined ? null : makerOf(refused[1], done);
  if (maker !== null && maker.line > windowStep.line) return null;
  if (!windowStep.removes && (await isElsewhere(failure))) return null;
  const { line, sentence } = windowStep;
  const asked = sentence.length > 120 ? `${sentence.slice(0, 117)}…` : sentence;
  return somethingIsMissing(
    'author',
    `line ${line} asks for a step with the mouse, which is not taken here: “${asked}”`,
    'show the command that does the same',
  );
}

// Whether what is missing was there under this name, or is there under one that is nearly the same.
async function isElsewhere(failure: Failure): Promise<boolean> {
  const cause = (await missingObjectBlame(failure))?.cause;
  return cause !== undefined && (cause.line !== null || cause.hint?.startsWith('did you mean') === true);
}

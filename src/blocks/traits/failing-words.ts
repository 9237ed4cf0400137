/** Whether a sentence says that a command fails. */
export function isFailure(text: string): boolean {
  if (
    maybe.test(text) ||
    conditionFirst.test(text) ||
    elsewhere.test(text) ||
    ofAnother.test(text) ||
    (ifFirst.test(text) && !ifTried.test(text))
  )
    return false;
  return says.test(text) || leadsToFailure.test(text);
}

/** Whether what stands behind the words of failing says that it fails in some case only, or that something is done about it. */
export function isTakenBack(text: string): boolean {
  const match = says.exec(text);
  const rest = match === null ? '' : text.slice(match.index + match[0].length);
  return takenBack.test(rest) || conditional.test(rest);
}

/** Whether a comment says that the command at which it stands fails. */
export function saysFailure(comment: string): boolean {
  return (
    !maybe.test(comment) &&
    failsByComment.test(comment) &&
    !/^(?:error|fail)\w* (?:log|message|handling)/i.test(comment)
  );
}

const failsByComment =
  /^(?:this )?(?:command )?(?:will |should )?(?:fails?|errors?)\b|\b(?:will|should) (?:fail|error)\b|\bexpected to fail\b/i;

const ahead = oneOf('will', 'should', 'must', 'going to', 'expected to', 'expect it to');
// To fail over or fast is what something does on purpose.
const onPurpose = String.raw`-|\s+${oneOf('over', 'fast', 'safe', 'open', 'closed')}\b`;
const seeing = oneOf('get', 'see', 'receive', 'have');
// An error page or a count of errors may be what is wanted.
const otherThanError = String.raw`-|\s+${oneOf('count', 'rate', 'page', 'log', 'report', 'handl', 'budget')}`;

// Says of something that it fails.
const says = new RegExp(
  [
    // This will now fail
    String.raw`\b${ahead}\s+(?:now\s+)?fail\b(?!${onPurpose})`,
    // You'll get the following long error
    String.raw`\b(?:you|we)\s*(?:['’]ll| will| should)\s+(?:now\s+)?${seeing}\s+(?:an?|the following)\s+(?:[\w-]+\s+){0,2}error\b(?!${otherThanError})`,
    // It fails with status 1
    String.raw`\bfails with\b`,
  ].join('|'),
  'i',
);

// What is done in case of a failure begins so, or stands in a clause behind it.
const inCase = oneOf('if', 'when(?:ever)?', 'once', 'after', 'in case', 'should', 'until');
const whoRefuses = oneOf('docker', 'the (?:engine|daemon|command)', 'it');
const refuses = oneOf(
  'refuses',
  'complains',
  'objects',
  'says no',
  "won['’]t let you",
  'will (?:refuse|complain)',
);

// Leads to what fails, with a colon at its end.
const leadsToFailure = new RegExp(
  String.raw`^(?!\W*(?:\w+,\s*)?${inCase}\b)${oneOf(
    // Removing it while it runs fails:
    String.raw`.*\bfails\s*`,
    // It now fails, because it runs:
    String.raw`.*\bnow fails(?:,? (?:because|since|as|with)\b[^,;]*)?\s*`,
    // Now Docker refuses to do so:
    String.raw`.*\b${whoRefuses} (?:now )?${refuses}(?: this| that| it| to do (?:so|it|this))?\s*`,
  )}[:：]$`,
  'i',
);

// Whatever else may fail, it is not the command that is typed.
const others = oneOf(
  'health[- ]?checks?',
  'probes?',
  'nodes?',
  'managers?',
  'workers?',
  'replicas?',
  'tasks?',
  'primary',
  'leader',
);
const othersAhead = oneOf('will', 'should', 'must', 'is going to', 'are going to', 'is expected to');
const ofAnother = new RegExp(
  String.raw`\b${others}\s+(?:${othersAhead}\s+(?:now\s+)?fail\b|(?:now\s+)?fails with\b)`,
  'i',
);

// It speaks of something other than what the page types.
const elsewhere = /^\s*(?:\w+,\s*)?(?:if|when)\b.*\b(?:different|another|other|wrong|instead|any)\b/i;
const maybe = /\b(?:might|may|could|unless|otherwise|sometimes|without)\b/i;

/** Something else is done about it, or it takes a slip. */
export const takenBack =
  /,? (?:so|therefore|thus)\b(?! that\b)|\b(?:first|instead|beforehand)\b|\b(?:if|until|unless|when) (?:you|we|it|there)\b/i;
// Only then it fails: nobody knows whether that is so here. `when running it again` is what the reader does next.
const conditional = /\b(?:if|until|unless|when(?:ever)?|in case|as long as)\b(?! \w+ing\b)/i;
const conditionFirst =
  /^\s*(?:\w+,\s*)?(?:when(?:ever)?|in case|as long as)\b(?! (?:you|we|it|\w+ing|run|typed|executed|called)\b)/i;
const ifFirst = /^\s*(?:\w+,\s*)?if\b/i;
// `If you run it again, it will fail` is what the reader does next.
const ifTried = /^\s*(?:\w+,\s*)?if you (?:now )?(?:try|run|execute|attempt)\b/i;

// A part of a pattern: one of these, each a pattern of its own.
function oneOf(...words: string[]): string {
  return `(?:${words.join('|')})`;
}

import type { PlannedExpectation } from '../../model/plan.ts';
import type { Sentence } from '../reading/sentences.ts';
import { commonProblem, type PromiseContext } from './promise.ts';

const adverbs = '(?: (?:now|then|again|also|still|only|just|simply))*';
const verbs =
  '(?:prints?|outputs?|displays?|says?|shows?|answers?(?: with)?|repl(?:y|ies)(?: with)?|responds? with)';
const what =
  '(?: (?:the|a|one) (?:(?:single|one|following) )?(?:line|text|words?|message|string|greeting):?)?';
// The whole sentence up to what is printed; what it returns may be a status.
const lead = new RegExp(
  String.raw`^\W*(?:(?:now|and|then|again|here|as expected),? |[^.:;!?]*, (?:so|and so|thus|therefore),? )?(?:(?:this|that|it|the (?:command|output|result))${adverbs}(?: will| should)?${adverbs} ${verbs}|(?:the|its) (?:output|answer|reply) (?:is|will be|should be|reads)|(?:the|its) (?:first|last|only) line (?:is|will be|should be|reads|says))${adverbs}${what} ["“'‘]?$`,
  'i',
);

// To show or say something may be to show more, a line of several is more.
const saysAll = /\b(?:prints?|outputs?)\b(?! one\b)|\boutput (?:is|will be|should be|reads)\b/i;

// Addresses, versions, ids, times: another one each time.
const varies = /\d\.\d|[0-9a-f]{7,}|\d{4,}|\d:\d/i;

/**
 * What a sentence right below a command states and nothing else: “This prints `hello`.” That is as good as shown output.
 * Null for every other sentence.
 */
export function plainStatement(sentence: Sentence, context: PromiseContext): PlannedExpectation[] | null {
  if (!context.isRightBelow || context.printsNothing) return null;
  const { text, spans } = sentence;
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined || !spans.every(({ kind }) => /^(?:code|quote)$/.test(kind)))
    return null;
  if (spans.some((span) => varies.test(span.text)) || !areJoined(sentence)) return null;
  if (!lead.test(text.slice(0, first.at))) return null;
  if (!/^["”'’]?[.!:]?$/.test(text.slice(last.at + last.text.length).trim())) return null;
  if (commonProblem(sentence, context) !== null) return null;
  const words = spans.map((span) => span.text.trim());
  const isWhole = words.length === 1 && saysAll.test(text.slice(0, first.at));
  return [
    {
      kind: 'words',
      source: sentence.place,
      sentence: text,
      words,
      ...(isWhole ? { isWhole: true as const } : {}),
    },
  ];
}

// "`one` and `two`", "`one`, `two` and `three`": nothing is said between them.
function areJoined({ text, spans }: Sentence): boolean {
  return spans.every((span, index) => {
    const next = spans[index + 1];
    return (
      next === undefined ||
      /^["”'’]?(?:, and|,| and)\s["“'‘]?$/.test(text.slice(span.at + span.text.length, next.at))
    );
  });
}

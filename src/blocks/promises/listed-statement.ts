import type { PlannedExpectation } from '../../model/plan.ts';
import type { Sentence } from '../reading/sentences.ts';
import { commonProblem, conditional, type PromiseContext, vague } from './promise.ts';

const soon = String.raw`^\W*(?:(?:now|then|again|here|as expected|after (?:a|some|a few) (?:seconds?|moments?|minutes?|while|time)|a (?:moment|few seconds) later),? )?`;
const object = '(?:the |your |our |this )?(?:new )?(?:container|image|volume|network)';
const itself = `(?:it|this|that|${object}(?: (?:called|named))?(?: ["“]?X["”]?)?|["“]?X["”]?)`;
const inList =
  '(?: (?:any ?more|here|there|now|(?:in|from|on) (?:the|this|your) (?:list|listing|output|table)))*';
// `X` stands for what is marked as code or quoted.
const status = new RegExp(
  String.raw`${soon}(?:(?:its|the|the container['’]s) (?:status|state) (?:is|reads|says|shows|becomes|changes to|should be|will be)|${itself} (?:is|should be|will be) (?:now )?(?:listed|shown)(?: there| here)? (?:with|as)(?: (?:the|a|its))?(?: status(?: of)?)?) ["“]?S["”]?\W*$`,
  'i',
);
const runs = new RegExp(
  String.raw`${soon}(?:${object}(?: (?:called|named))? ["“]?X["”]?|["“]?X["”]?) is (?:now |still |already )*(?:up and )?running${inList}\W*$`,
  'i',
);
const gone = new RegExp(
  String.raw`${soon}(?:${object}(?: (?:called|named))? ["“]?X["”]?|["“]?X["”]?) (?:no longer (?:appears|shows up|exists)|(?:is|are) (?:no longer|not) (?:listed|shown|there)|(?:does not|doesn['’]t) (?:appear|show up)|is gone|has gone|has disappeared)${inList}\W*$`,
  'i',
);
const state = /^(?:up|exited|created|restarting|paused|\(?(?:un)?healthy\)?|\(?health: starting\)?)\b/i;

/**
 * What a sentence right below one of Docker's lists states of a row and nothing else: “Its status is `Exited (1)`”, “`web`
 * is now running”, “`web` is gone”. Null for every other sentence.
 */
export function listedStatement(sentence: Sentence, context: PromiseContext): PlannedExpectation[] | null {
  const { lists, isRightBelow, spoken } = context;
  if (!isRightBelow || lists === null || spoken !== null) return null;
  const { spans, text, place: source } = sentence;
  const [span] = spans;
  if (span === undefined || spans.length > 1 || !['code', 'quote'].includes(span.kind)) return null;
  const word = span.text.trim();
  const form =
    text.slice(0, span.at) + (state.test(word) ? 'S' : 'X') + text.slice(span.at + span.text.length);
  const words = [word];
  if (gone.test(form)) {
    const isSure = !vague.test(text) && !conditional.test(text) && word.length > 1;
    return isSure ? [{ kind: 'absent', source, sentence: text, words }] : null;
  }
  const isRow = lists.sort === 'container' && (status.test(form) || (!lists.all && runs.test(form)));
  if (!isRow || commonProblem(sentence, context) !== null) return null;
  return [{ kind: 'words', source, sentence: text, words }];
}

import type { PlannedExpectation } from '../../model/plan.ts';
import type { Draft } from '../block-context.ts';
import { printsOnlyName } from '../outputs/prints-only-name.ts';
import type { Sentence } from '../reading/sentences.ts';
import { listedStatus } from './marked-words.ts';
import { pagePromises } from './pages.ts';
import { type PromiseContext, unchecked } from './promise.ts';
import { announcedWords, promisesToSee, seenPromise, statedPromise, statesOutput } from './seen.ts';

/** Where a sentence stands. */
export interface Standing {
  /** The sentences of its paragraph before it. */
  above: readonly Sentence[];
  /** What its paragraph leads to: a block that is typed, another, or none. */
  ahead: 'typed' | 'other' | null;
  /** Whether nothing stands between it and that block. */
  isLast: boolean;
}

const now = String.raw`^\W*(?:(?:now|next|then|first|finally|and|so|again|let['’]s|you can|we can|we|please),? )*`;
const starts = new RegExp(
  String.raw`${now}(?:run|start|launch|execute|use|type|enter|issue|bring up|deploy|create|build|spin up|restart|rebuild|recreate)\b(?! by\b)`,
  'i',
);
const looks = new RegExp(
  String.raw`${now}(?:list|look(?:ing)? at|show|inspect|check|view|see|query|print|display|run|verify)\b[^.]*\b(?:containers?|images?|volumes?|networks?|logs?|services?|processes|output)\b`,
  'i',
);
const plans =
  /\bin this (?:step|section|part|chapter|tutorial|guide|example|lab)\b|\bwill (?:soon|then|later)\b/i;

/**
 * Whether a sentence is about the commands before it, or about the block that it leads to because it asks to type that,
 * so that what it promises comes after.
 */
export function aboutWhat(
  sentence: Sentence,
  { above, ahead, isLast }: Standing,
): 'before' | 'next' | 'unsure' {
  const { text } = sentence;
  if (plans.test(text)) return 'unsure';
  if (ahead === null) return 'before';
  const introduces = /[:：]$|…$|\.\.\.$/.test(text) || /\bfollowing\b|\bbelow\b/i.test(text);
  if (isLast && introduces && promisesToSee(sentence)) return 'next';
  if (isLast && /[:：]$/.test(text) && starts.test(text)) return ahead === 'typed' ? 'next' : 'unsure';
  if (isLast && /[:：]$/.test(text) && statesOutput(sentence)) return 'next';
  const asking = above.filter((one) => starts.test(one.text) || looks.test(one.text));
  if (asking.length === 0) return 'before';
  const isLook = ahead === 'typed' && asking.some((one) => looks.test(one.text));
  return isLook && promisesToSee(sentence) ? 'next' : 'unsure';
}

/** What a sentence promises of the block that follows it. */
export function promisesOfNext(sentence: Sentence, context: PromiseContext): PlannedExpectation[] {
  const found = pagePromises(sentence, null, context) ?? seenPromise(sentence, context);
  if (found !== null) return found;
  const words = /[:：]$/.test(sentence.text) ? announcedWords(sentence, context) : [];
  return words.length === 0
    ? (statedPromise(sentence, context) ?? [])
    : [{ kind: 'words', source: sentence.place, sentence: sentence.text, words }];
}

/** Promises made before a block, as far as its last command can hold them. */
export function heldBy(last: Draft, promises: readonly PlannedExpectation[]): PlannedExpectation[] {
  return promises.map((one) =>
    one.kind === 'words' && printsOnlyName(last) && !one.words.some((word) => listedStatus.test(word))
      ? unchecked(
          { place: one.source, text: one.sentence },
          'The command after it prints no more than a name or an id.',
        )
      : one,
  );
}

/** A promise of which it isn't sure what it is about. */
export function unsure(promise: PlannedExpectation): PlannedExpectation {
  return promise.kind === 'words' || promise.kind === 'http'
    ? unchecked({ place: promise.source, text: promise.sentence }, 'It may be about what is typed after it.')
    : promise;
}

import { type BlockContext, paragraphAbove } from '../block-context.ts';
import { promisesToSee } from '../promises/seen.ts';
import type { Sentence } from '../reading/sentences.ts';
import { isFailure } from '../traits/failing-words.ts';
import { looksLikeFailure, looksLikeOutput } from './output-look.ts';

const introduces =
  /\b(?:outputs?|results?|prints?|returns?|displays?|shows?|respon(?:se|ds?)|repl(?:y|ies)|answers?|says?|gives?|greets?|yields?|message|expected|warns?|complains?)\b|\b(?:docker|the (?:engine|daemon|command)|it) (?:now )?(?:tells|reports|refuses)\b|\b(?:see|get|have|produce)\b.*(?:\b(?:following|below|like|similar|this)\b|:)|\blooks? (?:something )?like|\bsomething like\b/i;
const pointsHere =
  /(?::|…|\.\.\.)$|\b(?:following|below|like this|similar to|something like|looks? like)\b|\b(?:output|result)\b/i;

/** Whether the sentence right above says that something prints what follows. */
export function isIntroduced(context: BlockContext): boolean {
  const text = leadingTo(context)?.text ?? '';
  // What a log says is not what the command prints, unless that is what shows the log.
  if (
    /\blogs? (?:will |should )?\w+s?:$/i.test(text) &&
    !/\blogs\b|\.log\b/.test(context.last?.planned.source ?? '')
  )
    return false;
  return introduces.test(text) && pointsHere.test(text) && !isOfExample(text);
}

// "The following example shows a service": what shows it is the text, not the command.
function isOfExample(text: string): boolean {
  return (
    /\b(?:example|snippet|configuration|definition|diagram|figure)s? (?:below |above )?(?:shows?|displays?|gives?)\b/i.test(
      text,
    ) && !/\b(?:output|result|print)/i.test(text)
  );
}

// "The ID may not be the same, though": it is the sentence before that which leads to the block.
const hedges =
  /\b(?:ids?|ip|address(?:es)?|values?|names?|numbers?|versions?|dates?|hash(?:es)?|output|yours)\b.*\b(?:differ(?:s|ent)?|var(?:y|ies)|not be (?:exactly )?(?:the same|identical))\b/i;

function leadingTo({ before }: BlockContext): Sentence | undefined {
  const [above, last] = before.slice(-2);
  const isHedge = last !== undefined && above?.paragraph === last.paragraph && hedges.test(last.text);
  return isHedge && !pointsHere.test(last.text) ? above : before.at(-1);
}

const ofOutput = /^\W*(?:the|this|its) (?:\w+ )?output\b/i;

/** Whether, though nothing leads to it, the paragraph above is about what is printed or about an error, and so is the block. */
export function isSpokenOf(context: BlockContext): boolean {
  const { block, language } = context;
  if (!['none', 'output'].includes(language)) return false;
  const above = paragraphAbove(context);
  if (looksLikeFailure(block.text)) return above.some(({ text }) => isFailure(text));
  const isScreen =
    looksLikeOutput(block.text) && !above.some(({ text }) => /\b(?:file|config\w*)\b/i.test(text));
  return isScreen && above.some((sentence) => ofOutput.test(sentence.text) || promisesToSee(sentence));
}

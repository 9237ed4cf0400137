import type { Rule } from '../block-context.ts';
import { paragraphAbove } from '../block-context.ts';

const recalls =
  /\b(?:this|these|that|here) (?:was|were) the commands?\b|\bcommands? (?:that )?(?:we|you) (?:used|were using|ran|had)\b.*\b(?:was|were)\b/i;

/** A command that the page only recalls: it was typed in an earlier part and is not to be typed again. */
export const recalledRule: Rule = (context) => {
  if (!['shell', 'session', 'none', 'odd'].includes(context.language)) return null;
  const sentence = paragraphAbove(context).find((one) => recalls.test(one.text));
  if (sentence === undefined) return null;
  return {
    kind: 'text',
    because: `The text says "${sentence.text.slice(0, 100)}": it recalls a command that was typed before.`,
  };
};

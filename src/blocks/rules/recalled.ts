import { paragraphAbove, type Rule } from '../block-context.ts';

const recalls =
  /\b(?:this|these|that|here) (?:was|were) the commands?\b|\bcommands? (?:that )?(?:we|you) (?:used|were using|ran|had)\b.*\b(?:was|were)\b/i;

const what = '(?:this|that|it|these|those|the following|(?:a )?commands? like)';
const forbids = new RegExp(
  String.raw`^(?:please |so |but )?(?:do not|don['’]t|never|you (?:should|must) (?:not|never)) (?:ever )?(?:run|type|do|execute|use|try|copy|enter) ${what}\b[^,;]*:$`,
  'i',
);
const past =
  /^(?:previously|formerly|in the past|in (?:older|earlier) versions),? (?:you|we|one|people) (?:had to|used to|would)\b[^,;]*:$/i;

/** A command that the page only recalls, or warns of: it was typed before, or is not to be typed. */
export const recalledRule: Rule = (context) => {
  if (!['shell', 'session', 'none', 'odd'].includes(context.language)) return null;
  const sentence = paragraphAbove(context).find((one) => recalls.test(one.text));
  const last = context.before.at(-1)?.text ?? '';
  if (forbids.test(last) || past.test(last))
    return { kind: 'text', because: `The text says "${last.slice(0, 100)}": it is not to be typed.` };
  if (sentence === undefined) return null;
  return {
    kind: 'text',
    because: `The text says "${sentence.text.slice(0, 100)}": it recalls a command that was typed before.`,
  };
};

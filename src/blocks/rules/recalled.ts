import { type BlockContext, paragraphAbove, type Rule, type Ruling } from '../block-context.ts';

const recalls =
  /\b(?:this|these|that|here) (?:was|were) the commands?\b|\bcommands? (?:that )?(?:we|you) (?:used|were using|ran|had)\b.*\b(?:was|were)\b/i;

const what = '(?:this|that|it|these|those|the following|(?:a )?commands? like)';
const forbids = new RegExp(
  String.raw`^(?:please |so |but )?(?:do not|don['’]t|never|you (?:should|must) (?:not|never)) (?:ever )?(?:run|type|do|execute|use|try|copy|enter) ${what}\b[^,;]*:$`,
  'i',
);
const past =
  /^(?:previously|formerly|in the past|in (?:older|earlier) versions),? (?:you|we|one|people) (?:had to|used to|would)\b[^,;]*:$/i;

const uses = /\b(?:uses?|using|runs?|with|execut(?:es?|ing)) (?:the|this) (?:following )?command\b/i;
const asks = /^(?:now,? |then,? |next,? |first,? |please )?(?:run|type|execute|enter|try|use|issue)\b/i;

// "We use this command in the container", which the next block starts with the command in quotes.
function partOfNext({ block, blocks, before, shell }: BlockContext): Ruling | null {
  const next = blocks[blocks.indexOf(block) + 1];
  const text = block.text.trim();
  const isQuoted =
    next !== undefined && [`'${text}'`, `"${text}"`].some((quoted) => next.text.includes(quoted));
  const isDescribed = before.some((one) => uses.test(one.text)) && !before.some((one) => asks.test(one.text));
  if (!isQuoted || !isDescribed || shell.statements.length !== 1) return null;
  return { kind: 'text', because: 'The text describes a command that the next block gives to another one.' };
}

/** A command that the page only recalls, or warns of: it was typed before, or is not to be typed. */
export const recalledRule: Rule = (context) => {
  if (!['shell', 'session', 'none', 'odd'].includes(context.language)) return null;
  const sentence = paragraphAbove(context).find((one) => recalls.test(one.text));
  const last = context.before.at(-1)?.text ?? '';
  if (forbids.test(last) || past.test(last))
    return { kind: 'text', because: `The text says "${last.slice(0, 100)}": it is not to be typed.` };
  if (sentence === undefined) return partOfNext(context);
  return {
    kind: 'text',
    because: `The text says "${sentence.text.slice(0, 100)}": it recalls a command that was typed before.`,
  };
};

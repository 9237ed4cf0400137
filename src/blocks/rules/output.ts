import { beginsLikeCommand } from '../../shell/reads-as-shell.ts';
import type { BlockContext, Rule } from '../block-context.ts';
import { looksLikeDrawing, looksLikeOutput } from '../output-look.ts';

const introduces =
  /\b(?:outputs?|results?|prints?|returns?|displays?|shows?|respon(?:se|ds?)|replies|message)\b|\b(?:see|get|have|produce)\b.*\b(?:following|like|similar|this|:)|\blooks? (?:something )?like|\bsomething like\b/i;
const pointsHere =
  /(?::|…|\.\.\.)$|\b(?:following|below|like this|similar to|something like|looks? like)\b|\b(?:output|result)\b/i;

/** What the command before it should print: said by its tag or by the sentence that introduces it. */
export const outputRule: Rule = (context) => {
  const tag = context.block.language;
  if (!['output', 'none', 'session', 'code', 'shell'].includes(context.language) || context.last === null)
    return null;
  if (context.language === 'code' && !/^(?:json|yaml|yml|html|xml|jsonc)$/i.test(tag ?? '')) return null;
  if (context.block.text.trim() === '') return null;
  const introduction = context.before.at(-1);
  const spoken = commandInProse(context);
  if (spoken !== null) return null;
  const of = `\`${context.last.planned.source.split('\n')[0]}\` (line ${context.last.planned.place.line})`;
  if (/^output$|^stdout$/i.test(tag ?? '') && context.lastIsNear)
    return { kind: 'output', because: `Its tag says that it is what ${of} prints.` };
  if (isIntroduced(context)) {
    if (isDiscussed(context)) return null;
    return { kind: 'output', because: `The sentence before it says that ${of} prints this.` };
  }
  if (
    introduction === undefined &&
    context.lastIsNear &&
    looksLikeOutput(context.block.text) &&
    !isDiscussed(context)
  ) {
    return { kind: 'output', because: `It stands right below ${of} and looks like what that prints.` };
  }
  return null;
};

/** Whether the sentence right above says that something prints what follows. */
export function isIntroduced(context: BlockContext): boolean {
  const text = context.before.at(-1)?.text ?? '';
  return introduces.test(text) && pointsHere.test(text);
}

function isDiscussed(context: BlockContext): boolean {
  if (
    context.language === 'code' &&
    context.before.some((sentence) => /\b(?:file|config|contents?|create|save|add)\b/i.test(sentence.text))
  )
    return true;
  if (
    context.language === 'none' &&
    looksLikeDrawing(context.block.text) &&
    !looksLikeOutput(context.block.text)
  )
    return true;
  return context.language === 'shell' && beginsLikeCommand(context.block.text);
}

/** A command that the prose above asks to type, so that no block holds it; null for none. */
export function commandInProse(context: Pick<BlockContext, 'before' | 'last'>): string | null {
  for (const sentence of context.before.toReversed()) {
    const asks =
      /\b(?:use|using|run|running|type|typing|execute|executing|issue|enter|with) (?:the |a |this )?/i.test(
        sentence.text,
      );
    const code = sentence.spans.find(
      (span) => span.kind === 'code' && /\s/.test(span.text) && beginsLikeCommand(span.text),
    );
    if (asks && code !== undefined && code.text !== context.last?.planned.source) return code.text;
  }
  return null;
}

import { beginsLikeCommand, readsAsShell } from '../../shell/reads-as-shell.ts';
import type { BlockContext, Rule } from '../block-context.ts';
import { isIntroduced, isSpokenOf } from '../outputs/introduction.ts';
import { looksLikeDrawing, looksLikeFailure, looksLikeOutput } from '../outputs/output-look.ts';
import { printsOnlyName } from '../outputs/prints-only-name.ts';
import type { Sentence, Span } from '../reading/sentences.ts';

/** What the command before it should print: said by its tag or by the sentence that introduces it. */
export const outputRule: Rule = (context) => {
  const tag = context.block.language;
  if (context.language === 'windows' || context.last === null) return null;
  if (context.language === 'code' && !/^(?:json|yaml|yml|html|xml|jsonc)$/i.test(tag ?? '')) return null;
  if (context.block.text.trim() === '') return null;
  const introduction = context.before.at(-1);
  if (commandInProse(context) !== null || isTyped(context) || printsLess(context)) return null;
  if (isIndentedProse(context) || isOnlyPossible(context) || isOpened(context)) return null;
  const of = `\`${context.last.planned.source.split('\n')[0]}\` (line ${context.last.planned.place.line})`;
  if (/^output$|^stdout$/i.test(tag ?? '') && context.lastIsNear)
    return { kind: 'output', because: `Its tag says that it is what ${of} prints.` };
  if (isIntroduced(context)) {
    if (isDiscussed(context) || isFarCode(context)) return null;
    return { kind: 'output', because: `The sentence before it says that ${of} prints this.` };
  }
  if (!context.lastIsNear || isDiscussed(context)) return null;
  if (isSpokenOf(context))
    return { kind: 'output', because: `The text above it speaks of what ${of} prints, which it looks like.` };
  const isScreen = context.language === 'session' || context.language === 'output';
  if (introduction === undefined && standsForOutput(context))
    return { kind: 'output', because: `It stands right below ${of}, with nothing said between them.` };
  if ((introduction === undefined || isScreen) && looksLikeOutput(context.block.text)) {
    const where = introduction === undefined ? 'right below' : 'below';
    return { kind: 'output', because: `It stands ${where} ${of} and looks like what that prints.` };
  }
  return null;
};

// Right below a command that prints something, these tags say no more than that it is no shell.
function standsForOutput({ language, block, last }: BlockContext): boolean {
  if (language === 'none') return true;
  const isSilent = /^\s*(?:sudo\s+)?(?:cd|mkdir|touch|chmod|export)\b[^|;&]*$/.test(
    last?.planned.source ?? '',
  );
  return !isSilent && (language === 'output' || /^jsonc?$/i.test(block.language ?? ''));
}

function isOpened({ block, before }: BlockContext): boolean {
  return (
    /^\s*https?:\/\/\S+\s*$/.test(block.text) &&
    /\b(?:open|visit|browser?|navigate|go to)\b/i.test(before.at(-1)?.text ?? '')
  );
}

/** Whether it is a paragraph that is indented too far for its list, which Markdown takes for code. */
export function isIndentedProse({ block }: BlockContext): boolean {
  return block.fence === 'indented' && /^[A-Z][a-z']*(?: [\w'’`*-]+,?){4,}[^{}$;]*[.:!]\s*$/.test(block.text);
}

/** Whether the sentence above says that some readers see this error, so that it is not what the command must print. */
export function isOnlyPossible({ before, block }: BlockContext): boolean {
  const text = before.at(-1)?.text ?? '';
  return /\b(?:may|might|could|if|in case|sometimes)\b/i.test(text) && looksLikeFailure(block.text);
}

// A command is no output, though the sentence above it may speak of what will be seen.
function isTyped(context: BlockContext): boolean {
  return (
    ['none', 'odd', 'session'].includes(context.language) &&
    (beginsLikeCommand(context.block.text) || context.names.commands.size > 0) &&
    readsAsShell(context.block.text, context.names.commands) &&
    !isPrintedSettings(context)
  );
}

// `env` prints what a reader could type as well: it stands right below that, or is said to be seen in so many words.
function isPrintedSettings({ block, before, last, lastIsNear }: BlockContext): boolean {
  const lines = block.text.trim().split('\n');
  if (!lines.every((line) => /^[A-Za-z_]\w*=/.test(line))) return false;
  const isBelow =
    before.length === 0 && lastIsNear && /\b(?:env|printenv)\W*$/.test(last?.planned.source ?? '');
  return (
    isBelow || /\boutputs?\b|\bprint(?:s|ed)?\b|\b(?:you|we)\b.*\bsee\b/i.test(before.at(-1)?.text ?? '')
  );
}

/** Whether the block is more than the last command can print: `docker run -d` prints one id, below what a pull or an error prints. */
export function printsLess(context: BlockContext): boolean {
  const lines = context.block.text.split('\n').filter((line) => line.trim() !== '');
  return (
    lines.length > 1 &&
    context.last !== null &&
    context.lastIsNear &&
    printsOnlyName(context.last) &&
    !/^Unable to find image|: Pull|^Digest:|^Status:|error|denied|conflict/im.test(context.block.text)
  );
}

// Code under another heading, or behind other code, is of another matter than the last command.
function isFarCode({ language, lastIsNear }: BlockContext): boolean {
  return language === 'code' && !lastIsNear;
}

function isDiscussed(context: BlockContext): boolean {
  if (
    context.language === 'code' &&
    context.before.some((sentence) => /\b(?:file|config|contents?|create|save|add)\b/i.test(sentence.text))
  )
    return true;
  if (
    ['none', 'output'].includes(context.language) &&
    looksLikeDrawing(context.block.text) &&
    !looksLikeOutput(context.block.text)
  )
    return true;
  return context.language === 'shell' && beginsLikeCommand(context.block.text) && !isPrintedSettings(context);
}

/**
 * A command that the prose above asks to type, so that no block holds it; null for none. `leading`: the paragraph that
 * leads to what it may print, the last one when absent.
 */
export function commandInProse(
  context: Pick<BlockContext, 'before' | 'last'>,
  leading = context.before.at(-1)?.paragraph,
): string | null {
  for (const sentence of context.before.toReversed()) {
    if (sentence.paragraph !== leading && isAboutTrouble(sentence, context.before)) continue;
    const asks =
      /\b(?:use|using|run|running|type|typing|execute|executing|issue|enter|with) (?:the |a |this )?/i.test(
        sentence.text,
      );
    const code = sentence.spans.find(
      (span) => span.kind === 'code' && /\s/.test(span.text) && beginsLikeCommand(span.text),
    );
    if (
      asks &&
      code !== undefined &&
      !isHypothetical(sentence.text, code) &&
      (code.text !== context.last?.planned.source || isRepeated(sentence.text))
    )
      return code.text;
  }
  return null;
}

// "If the port is taken, remove it with `docker rm -f web`": what only readers in trouble type.
const ifInTrouble =
  /^\s*(?:if|in case|should)\b(?! you (?:run|type|enter|execute|use)\b)[^.]*\b(?:already|errors?|fail(?:s|ed)?|taken|in use|refuse[sd]?|denied|complains?|missing|not|cannot|problems?|trouble|stuck|hangs?)\b|^\s*(?:if|in case|should)\b[^.]*n['’]t\b/i;

function isAboutTrouble({ paragraph }: Sentence, sentences: readonly Sentence[]): boolean {
  const first = sentences.find((one) => one.paragraph === paragraph);
  return first !== undefined && ifInTrouble.test(first.text);
}

// “With its name, `docker stop web` would stop only that one”: nobody is asked to.
function isHypothetical(text: string, code: Span): boolean {
  return /^\W*(?:[a-z]+ ){0,4}would\b/i.test(text.slice(code.at + code.text.length));
}

// Typed once more, which no block does, it may print something else.
function isRepeated(text: string): boolean {
  return /\b(?:again|once more|(?:second|another) time)\b/i.test(text);
}

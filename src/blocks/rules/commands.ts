import { beginsLikeCommand, readsAsShell } from '../../shell/reads-as-shell.ts';
import { type BlockContext, paragraphAbove, type Rule } from '../block-context.ts';
import { looksLikeOutput } from '../outputs/output-look.ts';

/** Shell that parses: by its tag, or beyond doubt by its words. */
export const commandsRule: Rule = (context) => {
  const tag = context.block.language;
  const hasStatements = context.shell.statements.length > 0;
  if (context.language === 'windows')
    return { kind: 'commands', because: `Its tag \`${tag}\` says that it is for Windows.` };
  if (context.language === 'shell' && (isNotTyped(context.block.text) || isPartOfScript(context)))
    return null;
  if (context.language === 'shell' && (hasStatements || context.shell.error !== null)) {
    return {
      kind: 'commands',
      because: `Its tag \`${tag}\` says that it is shell, and it shows no prompts.`,
    };
  }
  if (!['session', 'none', 'odd'].includes(context.language)) return null;
  if (!readsAsShell(context.block.text, context.names.commands)) return null;
  if (context.language === 'session')
    return { kind: 'commands', because: `Its tag is \`${tag}\` and every line begins with a command.` };
  const why = tag === null ? 'It has no tag' : `Its tag \`${tag}\` does not say so`;
  return { kind: 'commands', because: `${why}, but every statement begins with a known command.` };
};

// What a program printed, or flags for a command elsewhere, tagged as shell by its author: nobody types either.
function isNotTyped(text: string): boolean {
  if (/^\s*#!/.test(text)) return true;
  const [first = ''] = text.split('\n').filter((line) => line.trim() !== '');
  if (/^\s*--?[\w-]+(?:[ =]|$)/.test(first)) return true;
  return !beginsLikeCommand(first) && !/^\s*#/.test(first) && looksLikeOutput(text);
}

/** Whether the text above changes a script of which the block, a loop or a condition, is a part. */
export function isPartOfScript(context: BlockContext): boolean {
  const text = paragraphAbove(context).at(-1)?.text ?? '';
  return (
    /^\W*(?:modify|update|change|edit|extend|adjust|improve)\b[^.]*\b(?:script|function|loop)\b[^.]*[:：]$/i.test(
      text,
    ) && context.shell.statements.some(({ compound }) => compound)
  );
}

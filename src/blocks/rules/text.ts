import type { BlockContext } from '../block-context.ts';
import { looksLikeDrawing } from '../output-look.ts';
import { shownFile } from './file.ts';
import { commandInProse, isIntroduced, printsLess } from './output.ts';

/** Why a block that no rule knows is `text`: a drawing, or code that is only discussed. */
export function textReason(context: BlockContext): string {
  const { text, language } = context.block;
  if (text.trim() === '') return 'It is empty.';
  if (context.language === 'shell' || context.language === 'session') return 'It holds no command.';
  if (/^(?:mermaid|dot|plantuml)$/i.test(language ?? '')) return `It describes a drawing (${language}).`;
  if (looksLikeDrawing(text) && context.language === 'none') return 'It is a drawing, not something to type.';
  const spoken = context.language !== 'code' && isIntroduced(context) ? commandInProse(context) : null;
  if (spoken !== null)
    return `It may be what \`${spoken}\` prints, which stands in the prose and in no block.`;
  if (context.last !== null && printsLess(context))
    return `It can't be what \`${context.last.planned.source.split('\n')[0]}\` prints, which is one id or name.`;
  const file = shownFile(context);
  if (file !== null)
    return `The text speaks of \`${file}\` as a file that is there already, so this is not written.`;
  if (context.language === 'code')
    return `It is ${language} that is only discussed: no file name is given for it.`;
  if (context.language === 'output') return 'It is tagged as output, but no sentence says of which command.';
  return 'It does not read as shell, and nothing says that a command prints it or that it is a file.';
}

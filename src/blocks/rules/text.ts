import type { BlockContext } from '../block-context.ts';
import { isExcerptOf } from '../files/excerpt.ts';
import { changedFile } from '../files/file-part.ts';
import { extendedFile, shownFile } from '../files/file-sentences.ts';
import { looksLikeDrawing } from '../outputs/output-look.ts';
import { whyUnproven } from '../outputs/unproven-output.ts';
import { isPartOfScript } from './commands.ts';
import { isIndentedProse, isOnlyPossible } from './output.ts';

/** Why a block that no rule knows is `text`: a drawing, or code that is only discussed. */
export function textReason(context: BlockContext): string {
  const { text, language } = context.block;
  if (text.trim() === '') return 'It is empty.';
  if (/^(?:mermaid|dot|plantuml)$/i.test(language ?? '')) return `It describes a drawing (${language}).`;
  if (isIndentedProse(context)) return 'It is a paragraph that is indented by four blanks or more.';
  if (isAddress(context)) return 'It is an address to open, not something to type.';
  if (isOnlyPossible(context)) return 'The text only says that this error may be seen.';
  if (looksLikeDrawing(text) && context.language === 'none') return 'It is a drawing, not something to type.';
  const unproven = whyUnproven(context);
  if (unproven !== null) return unproven;
  const extended = extendedFile(context);
  if (extended !== null) return `The text adds it to \`${extended}\`: a part must not replace the whole.`;
  const changed = changedFile(context);
  if (changed !== null && isExcerptOf(changed, context))
    return `It shows a part of \`${changed}\` as the page has written it.`;
  if (changed !== null)
    return `The text changes \`${changed}\`, of which this may be a part: it must not replace the whole.`;
  const file = shownFile(context);
  if (file !== null)
    return `The text speaks of \`${file}\` as a file that is there already, so this is not written.`;
  if (isPartOfScript(context)) return 'The text changes a script, of which this is a part: nobody types it.';
  if (/^\s*#!/.test(text))
    return 'It is a script, which is saved and not typed: no file name is given for it.';
  if (context.language === 'shell' || context.language === 'session') return 'It holds no command.';
  if (context.language === 'code')
    return `It is \`${language}\` that is only discussed: no file name is given for it.`;
  if (context.language === 'output') return 'It is tagged as output, but no sentence says of which command.';
  return 'It does not read as shell, and nothing says that a command prints it or that it is a file.';
}

/** Whether the block holds nothing but an address. */
export function isAddress({ block }: Pick<BlockContext, 'block'>): boolean {
  return /^\s*(?:https?:\/\/[^\s<>{}$]+|(?:localhost|127\.0\.0\.1):\d+\S*)\s*$/.test(block.text);
}

import type { Block } from '../../model/block.ts';
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import type { BlockContext } from '../block-context.ts';
import { paragraphAbove } from '../block-context.ts';
import { looksLikeDrawing } from '../outputs/output-look.ts';
import { asksReader } from './asks-to-save.ts';
import { isExcerptOf } from './excerpt.ts';
import { extendedFile } from './file-sentences.ts';
import { doubtfulFile } from './unsure-files.ts';

const speaksOfFile = /\b(?:files?|dockerfile|script|this|following|contents?)\b/i;

/** A block of code that the text asks to save without a name that can be read for sure. */
export function uncertainFile(context: BlockContext): Diagnostic[] {
  const { block, language } = context;
  if (!['code', 'none', 'odd'].includes(language) || block.text.trim() === '' || looksLikeDrawing(block.text))
    return [];
  if (/^(?:diff|patch|mermaid|dot)$/i.test(block.language ?? '')) return [];
  const extended = extendedFile(context);
  if (extended !== null)
    return [
      finding(
        block,
        `The text above adds this to \`${extended}\`, which must not be replaced by a part of it.`,
        'Show the whole file, or say what to type.',
      ),
    ];
  const changed = doubtfulFile(context);
  if (changed !== null && isExcerptOf(changed, context)) return [];
  if (changed !== null)
    return [
      finding(
        block,
        `\`${changed}\` is there already, and what the page shows here may be only a part, which must not replace the whole.`,
        'Show the whole file and say so, or name it: <!-- verify: file=NAME -->.',
      ),
    ];
  const sentence = paragraphAbove(context).findLast(
    ({ text }) => asksReader(text) && speaksOfFile.test(text),
  );
  if (sentence === undefined || !/:$|following|below|this/i.test(sentence.text)) return [];
  return [
    finding(
      block,
      'The text above asks to save this, and its file name can not be read for sure.',
      'Name it: <!-- verify: file=NAME -->, or `title="NAME"` behind the fence.',
    ),
  ];
}

function finding(block: Block, message: string, hint: string): Diagnostic {
  const place = { ...block.place, endLine: block.place.line, endColumn: block.place.column + 3 };
  return diagnostic('file-name-uncertain', place, message, hint);
}

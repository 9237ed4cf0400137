import { type BlockContext, paragraphAbove } from '../block-context.ts';
import { fileFits, isWholeFile } from './file-fits.ts';
import { isThere, writtenByPage } from './file-makers.ts';
import { nameInSentence } from './file-name.ts';
import { addsTo, isShown } from './file-sentences.ts';

/**
 * The file that a block is below a sentence that names it in whatever words ("The image is described in a `Dockerfile`:"),
 * where the page has none yet and uses one later; or null. Only of files that are known to be whole.
 */
export function neededFile(context: BlockContext): string | null {
  const sentence = paragraphAbove(context).at(-1);
  if (sentence === undefined || !/[:：]$/.test(sentence.text.trim())) return null;
  if (isShown(sentence) || addsTo(sentence)) return null;
  const name = nameInSentence(sentence, context.block);
  if (name === null || !fileFits(name, context) || !isWholeFile(name, context)) return null;
  if (writtenByPage(name, context.planned) !== null || isThere(name, context.planned)) return null;
  const uses = /Dockerfile/i.test(name)
    ? /\bdocker\b.*\bbuild\b|\bbuild:|\bcompose\b.*\bup\b/
    : /\bcompose\b/;
  return /Dockerfile|\.ya?ml$/.test(name) && isUsedBelow(uses, context) ? name : null;
}

function isUsedBelow(uses: RegExp, { block, blocks }: BlockContext): boolean {
  return blocks.slice(blocks.indexOf(block) + 1).some(({ text }) => uses.test(text));
}

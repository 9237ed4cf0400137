import type { PlannedBlock } from '../../model/plan.ts';
import type { BlockContext } from '../block-context.ts';
import { paragraphAbove } from '../block-context.ts';
import { fileFits, isWholeFile } from './file-fits.ts';
import { isThere, writtenByPage } from './file-makers.ts';
import { isFileName } from './file-name.ts';

const onlyNames =
  /^(?<words>(?:(?:and|then|next|now|first|second|third|finally|lastly|also|plus|likewise|similarly|with|here|is|in|for|this|these|that|the|a|an|your|our|my|its|following|content|contents|code|of|inside|file|files|called|named|new|another|simple|small|basic|minimal|have|has)\b[\s,]*)+)["'“]?(?<name>\S+?)["'”]?(?: file)?(?: with (?:the following|this) contents?)?\s*[:：]$/i;

/** A file that a sentence names which says nothing else. `isDoubtful`: it is there, and the block may be a part of it. */
export interface IntroducedFile {
  name: string;
  isDoubtful: boolean;
}

/** The file that a block is below a sentence that says nothing but which file follows ("And `app.py`:"); or null. */
export function introducedFile(context: BlockContext): IntroducedFile | null {
  const { words, name } = onlyNames.exec(paragraphAbove(context).at(-1)?.text.trim() ?? '')?.groups ?? {};
  if (words === undefined || name === undefined || !isFileName(name) || !fileFits(name, context)) return null;
  const before = withoutOthers(name, context.planned);
  if (writtenByPage(name, before) === null) return isThere(name, before) ? null : { name, isDoubtful: false };
  // "In `Dockerfile`:" speaks of something in it.
  return { name, isDoubtful: /\b(?:in|for|inside)\b/i.test(words) || !isWholeFile(name, context) };
}

// Of two files with the same last name, each with its folder, one says nothing of the other.
function withoutOthers(name: string, before: readonly PlannedBlock[]): readonly PlannedBlock[] {
  const isOther = (one: string) =>
    name.includes('/') && one.includes('/') && one.replace(/^\.\//, '') !== name.replace(/^\.\//, '');
  return before.filter((block) => block.kind !== 'file' || !isOther(block.file.name));
}
